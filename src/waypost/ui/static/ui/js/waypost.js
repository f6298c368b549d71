// Everything here is an extra: pages work without it. One behaviour a file.
import "./errors.js";
import "./once.js";
import "./password.js";
import "./print.js";
import "./toasts.js";
