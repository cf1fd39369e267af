"""Other ways to compose the same set, each as a function that is given what it needs ready and tells what it found."""
