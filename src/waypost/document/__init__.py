"""The only bridge between the stored rows and the frozen plan of `waypost.method`."""
