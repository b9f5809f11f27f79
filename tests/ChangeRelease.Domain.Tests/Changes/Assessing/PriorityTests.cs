using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

public sealed class PriorityTests
{
    [Theory]
    [InlineData(Grade.Low, Grade.Low, Priority.P5)]
    [InlineData(Grade.Low, Grade.Critical, Priority.P3)]
    [InlineData(Grade.Medium, Grade.High, Priority.P3)]
    [InlineData(Grade.High, Grade.Medium, Priority.P3)]
    [InlineData(Grade.High, Grade.Critical, Priority.P1)]
    [InlineData(Grade.Critical, Grade.Low, Priority.P3)]
    [InlineData(Grade.Critical, Grade.Critical, Priority.P1)]
    public void The_plain_table_weighs_impact_and_urgency_alike(Grade impact, Grade urgency, Priority priority)
    {
        PriorityTable.Plain.Of(impact, urgency).Should().Be(priority);
        PriorityTable.Plain.Of(urgency, impact).Should().Be(priority);
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_table_is_told_at_once()
    {
        ValueList<GradeRow<Priority>> rows =
        [
            new(Grade.Low, Priority.P5, Priority.P5, Priority.P5, (Priority)0),
            new(Grade.Low, Priority.P5, Priority.P5, Priority.P5, Priority.P5),
            new((Grade)7, Priority.P5, Priority.P5, Priority.P5, Priority.P5),
            new(Grade.High, Priority.P5, Priority.P5, Priority.P5, Priority.P5),
        ];

        Faults(() => PriorityTable.Define(rows, weights: [0, 3, 3, 2, 1_000_001])).Select(fault => fault.Code).Should().BeEquivalentTo(
            "assessment.table.row-missing",
            "assessment.table.row-missing",
            "assessment.table.row-repeated",
            "assessment.table.grade-unknown",
            "assessment.table.value-unknown",
            "assessment.weight.out-of-range",
            "assessment.weight.out-of-range",
            "assessment.weight.not-falling",
            "assessment.weight.not-falling",
            "assessment.weight.not-falling");
        Faults(() => PriorityTable.Define(PriorityTable.Plain.Rows, weights: [1])).Select(fault => fault.Code).Should().Equal("assessment.weight.count");
    }

    [Fact]
    public void A_priority_that_falls_as_urgency_grows_does_not_build_unless_it_is_said()
    {
        var rows = PriorityTable.Plain.Rows.Select(row => row.Of == Grade.High ? row with { Critical = Priority.P4 } : row).ToValueList();

        Faults(() => PriorityTable.Define(rows)).Select(fault => (fault.Code, fault.Place)).Should().Equal(
            ("assessment.priority.falls", "priorities, impact High and urgency Critical"),
            ("assessment.priority.falls", "priorities, impact High and urgency Critical"));
        PriorityTable.Define(rows, mayFall: true).Of(Grade.High, Grade.Critical).Should().Be(Priority.P4);
    }

    [Property]
    public Property A_table_builds_exactly_when_no_grade_more_brings_less() => Prop.ForAll(Tables().ToArbitrary(), rows =>
    {
        Priority At(int impact, int urgency) => rows[impact].For((Grade)urgency);
        var falls = Enumerable.Range(0, 4).Any(impact => Enumerable.Range(0, 4).Any(urgency =>
            (impact < 3 && (int)At(impact + 1, urgency) > (int)At(impact, urgency)) || (urgency < 3 && (int)At(impact, urgency + 1) > (int)At(impact, urgency))));

        var builds = Builds(() => PriorityTable.Define(rows));

        return (builds == !falls).ToProperty().Classify(falls, "falls").Classify(!falls, "does not fall");
    });

    [Fact]
    public void A_change_has_a_priority_once_impact_and_urgency_are_known_and_the_assessed_impact_counts()
    {
        var content = new ChangeContent { RequestedImpact = Grade.Critical, Urgency = Grade.Critical };
        var assessed = content with { Assessment = new Assessment(Grade.Low, Grade.Low, string.Empty, new ActorId("asa")) };

        PriorityTable.Plain.Of(new ChangeContent()).Should().BeNull();
        PriorityTable.Plain.Of(content with { Urgency = null }).Should().BeNull();
        PriorityTable.Plain.Of(content with { RequestedImpact = null }).Should().BeNull();
        PriorityTable.Plain.Of(content).Should().Be(Priority.P1);
        PriorityTable.Plain.Of(assessed).Should().Be(Priority.P3);
        PriorityTable.Plain.Of(assessed with { RequestedImpact = null }).Should().Be(Priority.P3);
    }

    [Fact]
    public void A_lesser_priority_weighs_less_and_none_weighs_least()
    {
        Enum.GetValues<Priority>().Select(priority => PriorityTable.Plain.WeightOf(priority)).Should().Equal(16, 8, 4, 2, 1);
        PriorityTable.Plain.WeightOf(null).Should().Be(1);
        PriorityTable.Define(PriorityTable.Plain.Rows, weights: [1_000_000, 9, 7, 5, 3]).WeightOf(Priority.P1).Should().Be(1_000_000);
    }

    private static Gen<ValueList<GradeRow<Priority>>> Tables() =>
        from cells in Gen.Elements(Enum.GetValues<Priority>()).ArrayOf(16)
        from sorted in Gen.Elements(true, true, false)
        let ordered = sorted ? cells.OrderByDescending(cell => (int)cell).ToArray() : cells
        select Enumerable.Range(0, 4).Select(row => new GradeRow<Priority>((Grade)row, ordered[row], ordered[row + 4], ordered[row + 8], ordered[row + 12])).ToValueList();

    private static bool Builds(Action build)
    {
        try
        {
            build();
            return true;
        }
        catch (AssessmentDefinitionException)
        {
            return false;
        }
    }

    private static ValueList<AssessmentFault> Faults(Action build) => FluentActions.Invoking(build).Should().Throw<AssessmentDefinitionException>().Which.Faults;
}
