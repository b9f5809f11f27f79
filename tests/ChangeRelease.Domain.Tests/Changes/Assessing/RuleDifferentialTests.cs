using ChangeRelease.Domain.Changes;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>What is said of a rule table is what going through every change of a small world says.</summary>
public sealed class RuleDifferentialTests
{
    private const int Tables = 250;

    [Fact]
    public void Gaps_and_rows_in_vain_are_those_that_going_through_every_change_finds()
    {
        var (random, gaps, vain, never, joint, whole) = (new Random(20_261_124), 0, 0, 0, 0, 0);
        for (var sample = 0; sample < Tables; sample++)
        {
            var table = RuleSketch.Table(random);
            var matches = RuleSketch.World.Select(at => table.Rows.Select(row => RuleSketch.Matches(row, at)).ToArray()).ToList();

            var findings = RuleFindings.Of(table, RuleSketch.Questions);

            findings.IsTooLarge.Should().BeFalse();
            (findings.Gap is not null).Should().Be(matches.Exists(row => !row.Contains(true)), $"{table}");
            findings.Vain.Select(found => found.Row).Should().Equal(Enumerable.Range(0, table.Rows.Count).Where(row => IsVain(table, row, matches)), $"{table}");
            (gaps, whole) = findings.Gap is null ? (gaps, whole + 1) : (gaps + 1, whole);
            (vain, never, joint) = (vain + findings.Vain.Count, never + findings.Vain.Count(found => found.Instead.Count == 0), joint + findings.Vain.Count(found => found.Instead.Count > 1));
            Witnessed(table, findings, matches);
        }

        new[] { gaps, vain, whole }.Should().OnlyContain(count => count > Tables / 20, "each of them occurs");
        joint.Should().BePositive("several rows shadow one together, too");
        never.Should().BePositive("some conditions are never met together");
    }

    [Fact]
    public void The_rows_that_speak_are_those_that_match()
    {
        var (random, otherwise) = (new Random(7), 0);
        for (var sample = 0; sample < Tables; sample++)
        {
            var table = RuleSketch.Table(random) with { Otherwise = Grade.Critical };
            var at = RuleSketch.World[random.Next(RuleSketch.World.Count)];
            var matching = table.Rows.Where(row => RuleSketch.Matches(row, at)).Take(table.Matching == RuleMatching.First ? 1 : int.MaxValue).ToList();
            otherwise += matching.Count == 0 ? 1 : 0;

            table.Voices(at).Select(voice => (voice.Grade, voice.Because)).Should().Equal(
                matching.Count == 0 ? [(Grade.Critical, "no rule matches")] : matching.Select(row => (row.Grade, $"{row.Name}: so")));
        }

        otherwise.Should().BeInRange(Tables / 20, Tables * 19 / 20);
    }

    // The witness of a gap is a change that no row matches; whatever a row in vain matches, one of the others decides.
    private static void Witnessed(RuleTable table, RuleFindings findings, List<bool[]> matches)
    {
        if (findings.Gap is { } gap)
        {
            table.Rows.Should().NotContain(row => RuleSketch.Matches(row, gap), $"{gap} is a gap of {table}");
            gap.ServiceCount.Should().BeGreaterThanOrEqualTo(gap.Services.Count);
            (gap.ServiceCount == gap.Services.Count || gap.Services.Any(service => service.Value == "another service")).Should().BeTrue();
        }

        foreach (var (row, instead) in findings.Vain)
        {
            matches.Exists(at => at[row] && !instead.Any(other => at[other])).Should().BeFalse($"{table}");
            (instead.Count == 0).Should().Be(!matches.Exists(at => at[row]), "nothing decides instead where nothing matches");
        }
    }

    private static bool IsVain(RuleTable table, int row, List<bool[]> matches) => !matches.Exists(at => at[row] && !Enumerable.Range(0, table.Rows.Count).Any(other =>
        other != row && at[other] && (table.Matching == RuleMatching.First ? other < row : table.Rows[other].Grade >= table.Rows[row].Grade)));
}
