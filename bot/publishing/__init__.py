"""Publishing: from a saved schedule file to the programme in force.

A file without errors is stored and then swapped in as a whole; of a faulty one the problems are
told and the last good text stays in force, also over a restart. Every text that was in force is
kept in the store, so that an edit made while the bot was down is noticed and any can be undone.

The number of a publication is free for one publisher only. Whoever decides on what another has
published meanwhile is told so and changes nothing.
"""

from bot.publishing.edits import Declined, Edit, Foresee, Preview, Published, Refused
from bot.publishing.publishing import Publishing

__all__ = ["Declined", "Edit", "Foresee", "Preview", "Published", "Publishing", "Refused"]
