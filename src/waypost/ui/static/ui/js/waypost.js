// Everything here is an extra: pages work without it. One behaviour a file.
import "./drag.js";
import "./draft.js";
import "./errors.js";
import "./in_place.js";
import "./keep.js";
import "./judged.js";
import "./keys.js";
import "./months.js";
import "./moved.js";
import "./once.js";
import "./password.js";
import "./place.js";
import "./print.js";
import "./submit_keys.js";
import "./toasts.js";
import "./undo.js";
