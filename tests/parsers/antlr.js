// Reads statements, one a line as JSON, and answers each with null or the first thing that the grammar says.
// node antlr.js FOLDER-OF-MODULES TSQL|PLSQL
const path = require("path");
const [, , modules, dialect] = process.argv;
const sql = require(path.join(modules, "antlr4ts-sql"));

const GRAMMARS = { TSQL: ["tsql_file", "Sql_clausesContext"], PLSQL: ["sql_script", "Unit_statementContext"] };

/** How many nodes of a kind a tree has, those below such a node not counted. */
function count(tree, kind) {
  if (tree.constructor.name === kind) return 1;
  return [...Array(tree.childCount).keys()].reduce((sum, i) => sum + count(tree.getChild(i), kind), 0);
}

function problem(statement) {
  let first = null;
  const listener = {
    // The stream that minds no capitals gives no text of its tokens: the place says it.
    syntaxError: (recognizer, symbol, line, column, message) => {
      const rest = statement.split("\n")[line - 1].slice(column, column + 20);
      first = first || `${line}:${column}: at "${rest}": ${message}`;
    },
  };
  const grammar = new sql.antlr4tsSQL(sql.SQLDialect[dialect]);
  const parser = grammar.getParser(grammar.getTokens(statement, [listener]), [listener]);
  const [start, kind] = GRAMMARS[dialect];
  const statements = count(parser[start](), kind);
  if (first === null && statements !== 1) first = `${statements} statements`;
  return first;
}

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(JSON.stringify(problem(JSON.parse(line))) + "\n");
});
