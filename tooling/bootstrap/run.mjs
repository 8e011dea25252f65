// Entry of `npm start` and `npm test` on a fresh clone: needs Node and npm, nothing else. Plain JavaScript without
// dependencies. This file must parse on old Nodes too, so that they get a sentence and not a syntax error.
import { hostProblem } from "./host-problem.mjs";

const problem = hostProblem(process);
if (problem) {
  process.stderr.write("[rollcall] " + problem + "\n");
  process.exitCode = 1;
} else {
  import("./main.mjs").then(function (bootstrap) {
    return bootstrap.main(process.argv.slice(2));
  });
}
