"""Matrix, end-to-end encrypted and verified: `chat.MatrixChat` is one account of one homeserver.

nio is used for what does no I/O (rooms, keys, encryption); requests, the sync loop and
cross-signing are here. It needs the extra `matrix`.
"""
