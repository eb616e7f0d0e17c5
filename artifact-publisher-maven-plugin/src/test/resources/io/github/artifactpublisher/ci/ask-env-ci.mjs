// Reads questions from a JSON file, a list of {environment, directory}, and prints env-ci's answers as a JSON list.
// All in one process, because starting node takes longer than all the questions.
import { readFileSync } from "node:fs";
import envCi from "env-ci";

const questions = JSON.parse(readFileSync(process.argv[2], "utf8"));
const answers = questions.map(({ environment, directory }) => envCi({ env: environment, cwd: directory }));
process.stdout.write(JSON.stringify(answers));
