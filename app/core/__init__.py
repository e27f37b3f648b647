"""What the program knows, without a screen: no module in here imports Qt."""
