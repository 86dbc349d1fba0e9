import com.fasterxml.jackson.databind.ObjectMapper;
import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Reads statements, one a line as JSON, and answers each with null or the first thing that Trino's grammar says. */
public class Trino
{
    /** The grammar knows these only so that the server can refuse them in better words. */
    private static final Set<Integer> REFUSED = Set.of(
            SqlBaseLexer.BACKQUOTED_IDENTIFIER, SqlBaseLexer.DIGIT_IDENTIFIER, SqlBaseLexer.UNRECOGNIZED);

    public static void main(String[] arguments)
            throws Exception
    {
        ObjectMapper json = new ObjectMapper();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(json.writeValueAsString(problem(json.readValue(line, String.class))));
        }
    }

    private static String problem(String statement)
    {
        String[] first = {null};
        BaseErrorListener listener = new BaseErrorListener()
        {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException e)
            {
                if (first[0] == null) {
                    first[0] = line + ":" + column + ": " + message;
                }
            }
        };
        SqlBaseLexer lexer = new SqlBaseLexer(CharStreams.fromString(statement));
        lexer.removeErrorListeners();
        lexer.addErrorListener(listener);
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        SqlBaseParser parser = new SqlBaseParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        parser.singleStatement();
        for (Token token : tokens.getTokens()) {
            if (first[0] == null && REFUSED.contains(token.getType())) {
                first[0] = token.getLine() + ":" + token.getCharPositionInLine() + ": not a name: " + token.getText();
            }
        }
        return first[0];
    }
}
