using System.Text.RegularExpressions;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;

namespace ChangeRelease.Domain.Tests.Releases;

public sealed partial class ReleaseNotesTests
{
    private const string Alphabet = "ab1 .-+=()*_`[]<>#|~!&$@:\\/w\r\n\t\u000b\u0085\u2028\u2029\"'";

    [Fact]
    public void Notes_tell_what_is_aboard_in_the_order_of_the_scope() => Notes("Autumn", "Raise the pool").Should().Be(
        """
        # Autumn (2.4.0)

        REL-1, minor: Planned

        - Raise the pool (CHG-1, normal): payments, ledger; Scheduled

        """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("- again", @"\- again")]
    [InlineData("1. first", @"1\. first")]
    [InlineData("12) first", @"12\) first")]
    [InlineData("2.4 is out", @"2\.4 is out")]
    [InlineData("version 2.4", "version 2.4")]
    [InlineData("--- x", @"\--- x")]
    [InlineData("    code", "code")]
    [InlineData("\n# Pay here", @"\# Pay here")]
    [InlineData("a\r\n\r\n- b", "a    - b")]
    [InlineData("[x](http://e.vil)", @"\[x\](http\://e.vil)")]
    [InlineData("www.e.vil, WWW.e.vil", @"www\.e.vil, WWW\.e.vil")]
    [InlineData("<script>&amp;</script>", @"\<script\>\&amp;\</script\>")]
    [InlineData("@everyone #1 $x$", @"\@everyone \#1 \$x\$")]
    [InlineData(@"ends with \", @"ends with \\")]
    public void What_people_wrote_cannot_change_the_page(string title, string shown) =>
        Notes("x", title).Split('\n')[4].Should().Be($"- {shown} (CHG-1, normal): payments, ledger; Scheduled");

    [Fact]
    public void No_title_adds_a_line_or_leaves_a_sign_with_a_meaning()
    {
        var dice = new Random(90);
        for (var round = 0; round < 20_000; round++)
        {
            var title = new string(dice.GetItems<char>(Alphabet, dice.Next(24)));
            var lines = Notes(title, title).Split('\n');

            lines.Should().HaveCount(6);
            lines[4].Should().StartWith("- ").And.EndWith(" (CHG-1, normal): payments, ledger; Scheduled");
            var shown = lines[4][2..^" (CHG-1, normal): payments, ledger; Scheduled".Length];
            Meaningful().IsMatch(shown).Should().BeFalse($"{title} is shown as {shown}");
            Escape().Replace(shown, "$1").Should().Be(Blank().Replace(title, " ").Trim());
        }
    }

    private static string Notes(string title, string change) => ReleaseNotes.Of(
        new Voyage(Crew.Content with { Title = title }).Release,
        [new CarriedChange(new ChangeId("CHG-1"), change, "normal", [new ServiceId("payments"), new ServiceId("ledger")], "Scheduled")]).ToMarkdown();

    // A sign with a meaning that no backslash, itself unescaped, stands before; or a list, a rule or a code block at the beginning.
    [GeneratedRegex(@"(?<!\\)(\\\\)*[`*_{}\[\]<>#|~!&$@:]|^([-+=\s]|\d+[.)])|[\r\n\t]")]
    private static partial Regex Meaningful();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\r\n\t\u000b\u0085\u2028\u2029]")]
    private static partial Regex Blank();
}
