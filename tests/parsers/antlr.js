// Reads statements, one a line as JSON, and answers each with null or the first thing that the grammar says.
// node antlr.js FOLDER-OF-MODULES TSQL|PLSQL
const path = require("path");
const [, , modules, dialect] = process.argv;
const sql = require(path.join(modules, "antlr4ts-sql"));

function problem(statement) {
  let first = null;
  const listener = {
    syntaxError: (recognizer, symbol, line, column, message) => {
      first = first || `${line}:${column}: ${message}`;
    },
  };
  const grammar = new sql.antlr4tsSQL(sql.SQLDialect[dialect]);
  const tokens = grammar.getTokens(statement, [listener]);
  const parser = grammar.getParser(tokens, [listener]);
  const tree = dialect === "TSQL" ? parser.tsql_file() : parser.sql_script();
  if (first === null && tree.text.replace("<EOF>", "") === "") first = "no statement";
  return first;
}

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(JSON.stringify(problem(JSON.parse(line))) + "\n");
});
