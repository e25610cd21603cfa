"""What texts mean: the encoder, and what it tells of chat and ways of asking."""
