"""What a text says about time: from figures and words to the window that it means."""
