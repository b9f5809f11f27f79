using System.Text.RegularExpressions;
using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.Docs;

public sealed partial class TidinessTests
{
    [Fact]
    public void No_line_names_a_place_on_somebodys_machine() => Checkout.TextFiles
        .SelectMany(file => File.ReadLines(file)
            .Select((line, at) => (Line: line, At: at + 1))
            .Where(text => PlaceOnAMachine().IsMatch(text.Line))
            .Select(text => $"{Checkout.NameOf(file)}:{text.At}: {text.Line.Trim()}"))
        .ShouldBeNone();

    [Fact]
    public void Every_rule_that_is_cited_is_in_the_list_of_rules()
    {
        var listed = Page.All.Single(page => page.Name == "docs/reference/rules.md").Lines
            .Select(line => ListedRule().Match(line).Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);

        Checkout.TextFiles
            .SelectMany(file => CitedRule().Matches(File.ReadAllText(file)).Select(match => (Rule: match.Value, File: Checkout.NameOf(file))))
            .Where(citation => !listed.Contains(citation.Rule))
            .Select(citation => $"{citation.File} cites {citation.Rule}")
            .ShouldBeNone();
    }

    // A path from the root of a disk: of a person's folder, a scratch folder, a mounted one, or with a drive's letter.
    [GeneratedRegex(@"(?<![\w.*~-])/(?:home|root|tmp|work|mnt|media|Users|private|var|opt)/\w|(?<!\w)[A-Za-z]:\\\w")]
    private static partial Regex PlaceOnAMachine();

    [GeneratedRegex(@"^\| (S-\d+) \|")]
    private static partial Regex ListedRule();

    [GeneratedRegex(@"\bS-\d+\b")]
    private static partial Regex CitedRule();
}
