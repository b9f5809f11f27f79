using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>What differs between two tables, as data and as text.</summary>
public sealed class LifecycleDiffTests
{
    private const int Cases = 2_500;

    private static readonly LifecycleDescription[] Tables = [.. ChangeModelCatalog.BuiltIn.All.Select(model => model.Lifecycle.Description)];

    [Fact]
    public void A_diff_reads_well_on_a_terminal()
    {
        var diff = LifecycleDiff.Between(First, Second);

        diff.ToString().Split('\n').Skip(1).Should().Equal(
            "States",
            "  ~ Checking is of Ready (30), no longer of Authorization (20)",
            "  - Held is gone, was of Paused (aside)",
            "  + Running is new, of Realization (40)",
            "Start and ends",
            "  ~ start is Checking, no longer Draft",
            "  - Closed is no longer final",
            "  + Running is final",
            "Triggers",
            "  ~ Submit takes reason: one of [a, b], optional \"Why.\", no longer reason: Text \"Why.\"",
            "  + Submit takes count: Number \"How many.\"",
            "  - Hold is gone",
            "  - Resume is gone",
            "  + Annotate is new",
            "Rows",
            "  + Draft on Submit is a side door",
            "  ~ Draft on Submit leads to Checking, no longer to Closed",
            "  - Draft on Submit no longer asks for trial.requirement.r1",
            "  + Draft on Submit asks for trial.requirement.r2",
            "  - Draft on Hold is gone, led to Held",
            "  - Checking on Hold is gone, led to Held",
            "  - Held on Resume is gone, led to Draft when 'Draft'; Checking when 'Checking'",
            "  + Checking on Annotate is new, leads to Running",
            "Order",
            "  ~ table has its triggers in another order",
            "  ~ table has its rows in another order");
        diff.ToString().Split('\n')[0].Should().MatchRegex("^one@1#[0-9a-f]{12} to one@2#[0-9a-f]{12}$");
    }

    [Fact]
    public void A_diff_tells_changes_of_ways_back_and_of_order()
    {
        var before = ChangeModels.Normal.Lifecycle.Description;
        var resume = before.Transitions.Single(row => row.From == ChangeStates.OnHold && row.Trigger == ChangeTriggers.Resume);
        var other = resume with { Outcomes = resume.Outcomes.Select(way => way.To == ChangeStates.Approved ? way with { Origins = [ChangeStates.Approved] } : way).ToValueList() };
        var after = before with { Transitions = before.Transitions.Select(row => row == resume ? other : row).Reverse().ToValueList() };

        LifecycleDiff.Between(before, after).Differences.Should().Equal(
            new LifecycleDifference(DifferenceKind.OriginsChanged, ChangeStates.OnHold, ChangeTriggers.Resume, "Approved, Scheduled when 'Approved'", "Approved when 'Approved'"),
            new LifecycleDifference(DifferenceKind.OrderChanged, null, null, "rows", "rows"));
    }

    [Fact]
    public void A_diff_is_empty_exactly_when_the_tables_are_equal_apart_from_their_names()
    {
        var (random, equal) = (new Random(20), 0);
        for (var number = 0; number < Cases; number++)
        {
            var before = Tables[random.Next(Tables.Length)];
            var after = Edited(random, before);
            var isEqual = Nameless(before).Equals(Nameless(after));
            var (forth, back) = (LifecycleDiff.Between(before, after), LifecycleDiff.Between(after, before));

            forth.IsEmpty.Should().Be(isEqual, $"case {number}: {forth}");
            back.IsEmpty.Should().Be(isEqual, $"case {number}: {back}");
            forth.Differences.Count(each => each.Kind == DifferenceKind.RowAdded).Should().Be(back.Differences.Count(each => each.Kind == DifferenceKind.RowRemoved));
            equal += isEqual ? 1 : 0;
        }

        equal.Should().BeInRange(Cases / 20, Cases / 2);
    }

    [Fact]
    public void Every_kind_of_difference_is_told_by_some_edit_on_one_line_and_in_one_group()
    {
        var random = new Random(21);
        var found = Enumerable.Range(0, Cases).Select(_ => Tables[random.Next(Tables.Length)]).Select(table => (One: Edited(random, table), Other: Edited(random, table))).SelectMany(pair => LifecycleDiff.Between(pair.One, pair.Other).Differences).ToList();

        found.Select(each => each.Kind).Distinct().Should().BeEquivalentTo(Enum.GetValues<DifferenceKind>());
        found.Should().OnlyContain(each => !each.ToString().Contains('\n', StringComparison.Ordinal) && each.Sentence.Length > 0 && each.Place.Length > 0);
    }

    [Fact]
    public void A_group_is_printed_once()
    {
        var random = new Random(22);
        var printed = Enumerable.Range(0, 500).Select(_ => Tables[random.Next(Tables.Length)] is var table ? LifecycleDiff.Between(table, Edited(random, table)).ToString() : string.Empty);

        printed.Should().OnlyContain(text => text.Split('\n', StringSplitOptions.None).Skip(1).Where(line => !line.StartsWith(' ')).Distinct().Count() == text.Split('\n', StringSplitOptions.None).Skip(1).Count(line => !line.StartsWith(' ')));
    }

    [Fact]
    public void Names_cannot_break_the_Markdown_table()
    {
        var hostile = new State("a|b`c*d_e[f](g)<h>\\&~$", Phase.Preparation);
        var diff = LifecycleDiff.Between(Straight().Description, Straight().Description with { Version = 2, States = Straight().Description.States.With(hostile) });

        diff.ToMarkdown().Should().Be(
            "| where | what | before | after |\n|---|---|---|---|\n"
            + "| a\\|b\\`c\\*d\\_e\\[f\\](g)\\<h\\>\\\\\\&\\~\\$ | is new, of Preparation (10) | | Preparation (10) |\n");
    }

    [Fact]
    public void Equal_tables_have_no_difference_whatever_they_are_called() =>
        LifecycleDiff.Between(Straight().Description, Straight("other", 3).Description).ToString().Should().EndWith(": no difference");

    private static LifecycleDescription First => Lifecycle.Define<Trial>("one", 1, table => table
        .StartsIn(Draft)
        .In(Draft)
            .On(Submit).GoTo(Closed).When(Trial.Needs(1))
            .On(Start).GoTo(Checking)
        .SideDoor(Hold).From(Draft, Checking).GoTo(Held)
        .SideDoor(Resume).From(Held).Return(Selector.Origin<Trial>("came from", _ => Draft), Way.BackTo(Draft), Way.BackTo(Checking))
        .In(Checking).On(Close).GoTo(Closed)
        .EndsIn(Closed)
        .Takes(Submit, Parameter.Text("reason", "Why."))).Description;

    private static LifecycleDescription Built => Lifecycle.Define<Trial>("one", 2, table => table
        .StartsIn(Draft)
        .In(Draft)
            .On(Start).GoTo(Ready)
        .SideDoor(Submit).From(Draft).GoTo(Ready).When(Trial.Needs(2))
        .In(Ready).On(Close).GoTo(Closed).On(Annotate).GoTo(Running)
        .EndsIn(Closed, Running)
        .Takes(Submit, Parameter.Choice("reason", "Why.", "a", "b").Optional(), Parameter.Number("count", "How many."))).Description;

    private static State Ready { get; } = new("Checking", Phase.Ready);

    // No builder builds this one: a diff compares whatever is described.
    private static LifecycleDescription Second => Built with { Start = Ready, Ends = [Running] };

    private static LifecycleDescription Edited(Random random, LifecycleDescription table) =>
        Enumerable.Range(0, random.Next(4)).Aggregate(table, (so, _) => Scribble.Edit(random, so));

    private static LifecycleDescription Nameless(LifecycleDescription table) => table with { Id = "x", Version = 1, DerivedFrom = null };
}
