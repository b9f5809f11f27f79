using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>One order of attention, whatever order the changes come in.</summary>
public sealed class BacklogTests
{
    [Fact]
    public void What_is_urgent_comes_first_then_what_waits_longer_then_the_name()
    {
        ChangeRequest[] changes =
        [
            Change("CHG-4", null, 0), Change("CHG-3", Grade.Low, 0), Change("chg-1", Grade.Critical, 5), Change("CHG-1", Grade.Critical, 5), Change("CHG-2", Grade.Critical, 1),
        ];

        var order = Backlog.Order(changes, PriorityTable.Plain);

        order.Select(entry => entry.Id.Value).Should().Equal("CHG-2", "CHG-1", "chg-1", "CHG-3", "CHG-4");
        order.Select(entry => entry.Priority).Should().Equal(Priority.P1, Priority.P1, Priority.P1, Priority.P4, null);
        order.Select(entry => entry.Weight).Should().Equal(16, 16, 16, 2, 1);
        order[0].Since.Should().Be(Cast.Opening + Duration.FromHours(1));
    }

    [Fact]
    public void A_change_keeps_the_age_it_was_opened_with()
    {
        var traveler = new Traveler("normal");
        traveler.Now += Duration.FromDays(3);

        traveler.Go("Submit", "CompleteAssessment").Change.OpenedAt.Should().Be(Cast.Opening);
    }

    [Property]
    public Property The_order_is_total_and_does_not_depend_on_the_order_given() => Prop.ForAll(Entries().ToArbitrary(), entries =>
    {
        var (one, other) = (entries.Order().ToList(), entries.Reverse().Order().ToList());
        var strict = entries.SelectMany(left => entries.Select(right => (left, right))).All(pair =>
            Math.Sign(pair.left.CompareTo(pair.right)) == -Math.Sign(pair.right.CompareTo(pair.left))
            && (pair.left.CompareTo(pair.right) == 0) == ((pair.left.Id, pair.left.Priority, pair.left.Since) == (pair.right.Id, pair.right.Priority, pair.right.Since)));
        var sorted = one.Zip(one.Skip(1)).All(pair => Before(pair.First, pair.Second));

        return (one.SequenceEqual(other) && strict && sorted).ToProperty()
            .Classify(entries.GroupBy(entry => entry.Priority).Any(same => same.Count() > 1), "shared priority")
            .Classify(entries.GroupBy(entry => (entry.Priority, entry.Since)).Any(same => same.Count() > 1), "shared wait");
    });

    // Said again without the library's own comparison.
    private static bool Before(BacklogEntry left, BacklogEntry right)
    {
        var (first, second) = ((int?)left.Priority ?? 9, (int?)right.Priority ?? 9);
        return first < second
            || (first == second && (left.Since < right.Since || (left.Since == right.Since && string.CompareOrdinal(left.Id.Value, right.Id.Value) <= 0)));
    }

    private static Gen<BacklogEntry[]> Entries() => (
        from id in Gen.Elements("a", "A", "b", "CHG-10", "CHG-9", "é")
        from priority in Gen.Elements<Priority?>(null, Priority.P1, Priority.P3, Priority.P5)
        from hours in Gen.Choose(0, 3)
        select new BacklogEntry(new ChangeId(id), priority, Cast.Opening + Duration.FromHours(hours), 1)).ArrayOf();

    private static ChangeRequest Change(string id, Grade? urgency, int hours)
    {
        var change = new Traveler("normal", Cast.Content with { RequestedImpact = Grade.High, Urgency = urgency }).Change;
        return change with { Id = new ChangeId(id), Since = Cast.Opening + Duration.FromHours(hours) };
    }
}
