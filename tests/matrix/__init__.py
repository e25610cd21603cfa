"""Matrix on a real homeserver (Synapse), with people who use a client of another make (mautrix)."""
