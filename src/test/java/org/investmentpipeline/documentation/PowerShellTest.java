package org.investmentpipeline.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The PowerShell of README sends the requests of its bash: the same method, address, headers, body and form, in the same order. Only
 * bash is run in every build; neither the usual development machine nor CI has PowerShell, so this test reads the text of both.
 * It cannot find an error of PowerShell itself, such as a parameter that does not exist: before a release, run the blocks by hand where
 * PowerShell 7 is installed.
 */
class PowerShellTest {

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void bothShellsDoTheSame(String name) throws Exception {
        var walk = Walk.of(name);

        assertEquals(listed(walk.bashSteps()), listed(walk.powershellSteps()));
        assertTrue(walk.bashSteps().size() > 10, "the walk was found");
    }

    @Test
    void bothLanguagesHaveTheSameWalk() throws Exception {
        var english = Walk.of("README.md");
        var chinese = Walk.of("README.zh-CN.md");

        var translated = chinese.parts().stream()
                .map(part -> part.bash().text().replace(" -H 'Accept-Language: zh'", ""))
                .toList();

        assertEquals(english.parts().stream().map(part -> part.bash().text()).toList(), translated);
    }

    private static final String BASH = """
            PIPELINE=http://127.0.0.1:8080
            JSON='Content-Type: application/json'
            sign_in() {
              TOKEN=$(curl -sS -u "$1:$2" -H "$JSON" -d '{"name": "walk"}' "$PIPELINE/tokens" | grep -o 'pipeline_[^"]*')
            }
            api -X PUT "$PIPELINE/users/admin" -H 'If-Match: *' -H "$JSON" -d "{\\"current\\": \\"$(cat first.txt)\\", \\"new\\": \\"x\\"}"
            cat > ledger.csv <<'END'
            name,amount
            END
            api "$PIPELINE/imports" -F file=@ledger.csv -F asOf=2023-06-30
            sign_in wang.li 'two words'
            """;

    private static final String POWERSHELL = """
            $PIPELINE = 'http://127.0.0.1:8080'
            $JSON = 'application/json; charset=utf-8'
            function sign_in($name, $password) {
              $user = [PSCredential]::new($name, (ConvertTo-SecureString $password -AsPlainText))
              $global:TOKEN = [regex]::Match((Invoke-WebRequest "$PIPELINE/tokens" -Method Post -Authentication Basic -Credential $user -ContentType $JSON -Body '{"name": "walk"}').Content, 'pipeline_[^"]*').Value
            }
            api "$PIPELINE/users/admin" -Method Put -Headers @{ 'If-Match' = '*' } -ContentType $JSON `
              -Body "{""current"": ""$(Get-Content first.txt)"", ""new"": ""x""}"
            @'
            name,amount
            '@ | Set-Content ledger.csv
            api "$PIPELINE/imports" -Method Post -Form @{ file = Get-Item ledger.csv; asOf = '2023-06-30' }
            sign_in wang.li 'two words'
            """;

    @Test
    void theSameIsTheSame() {
        assertEquals(listed(bash()), listed(powershell(POWERSHELL)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "8080'                 | 8081'",
                "application/json;     | text/plain;",
                "($name, $password)    | ($password, $name)",
                "/tokens               | /token",
                "-Method Post -Auth    | -Method Put -Auth",
                "\"walk\"              | \"talk\"",
                "'pipeline_[           | 'line_[",
                "$global:TOKEN         | $global:TOKENS",
                "'If-Match'            | 'If-None-Match'",
                "'*'                   | '1'",
                "Get-Content first.txt | Get-Content second.txt",
                "\"\"new\"\"           | \"\"old\"\"",
                "name,amount           | name,sum",
                "Set-Content ledger    | Set-Content other",
                "Get-Item ledger       | Get-Item other",
                "asOf =                | knownAt =",
                "06-30                 | 06-29",
                "sign_in wang          | sign_on wang",
                "two words             | three words",
                "-Method Put -Headers  | -Headers"
            })
    void aDifferenceIsFound(String from, String to) {
        assertTrue(POWERSHELL.contains(from), from);

        assertNotEquals(listed(bash()), listed(powershell(POWERSHELL.replace(from, to))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api $PIPELINE -Proxy x\n",
                "api \"$PIPELINE\" -Form @{ a = b }\n",
                "api 'x' 'y'\n",
                "api 'x' -Method Post -Body 'no JSON'\n"
            })
    void unknownPowerShellIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> powershell(text));
    }

    private static List<Step> bash() {
        return new BashBlock(BASH, new HashMap<>()).steps();
    }

    private static List<Step> powershell(String text) {
        return new PowerShellBlock(text, new HashMap<>(Map.of())).steps();
    }

    /** A line for each step, which makes a difference easy to see. */
    private static String listed(List<Step> steps) {
        var lines = new StringBuilder();
        steps.forEach(step -> lines.append(step).append('\n'));
        return lines.toString();
    }
}
