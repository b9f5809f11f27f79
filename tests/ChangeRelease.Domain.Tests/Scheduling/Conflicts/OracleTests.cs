using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Tests.Scheduling.Conflicts;

/// <summary>Random schedules, policies and graphs, against an oracle that looks at every pair and every minute.</summary>
public sealed class OracleTests
{
    private const int Cases = 1_500;

    private readonly Dictionary<string, int> _met = [];

    [Fact]
    public void All_conflicts_of_a_schedule_are_those_of_the_oracle_whatever_its_order()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var world = new RandomSchedule(seed);
            var expected = new ConflictOracle(world).All(world.Works);

            var report = ConflictIndex.Of(world.Policy, world.Works, world.Graph).All();

            report.IsCut.Should().BeFalse();
            Same(report, expected, seed);
            ConflictIndex.Of(world.Policy, world.Shuffled(), world.Graph).All().Conflicts.Equals(report.Conflicts).Should().BeTrue("of seed {0}, in another order", seed);
            Count(report);
        }

        Suffice(each: 100);
    }

    [Fact]
    public void What_is_in_the_way_of_work_is_what_the_oracle_says_once_and_for_all_or_step_by_step()
    {
        for (var seed = 100_000; seed < 100_000 + Cases; seed++)
        {
            var world = new RandomSchedule(seed);
            var oracle = new ConflictOracle(world);
            var index = ConflictIndex.Of(world.Policy, world.Works, world.Graph);
            var live = Wandered(world);
            for (var probe = 0; probe < 4; probe++)
            {
                var work = world.NextCandidate();
                var expected = oracle.Against(work, world.Works);

                var report = index.Against(work);

                Same(report, expected, seed);
                live.Against(work).Conflicts.Equals(report.Conflicts).Should().BeTrue("of seed {0}, step by step", seed);
                var worst = report.Hard.Count > 0 ? ConflictSeverity.Hard : report.Soft.Count > 0 ? ConflictSeverity.Soft : (ConflictSeverity?)null;
                index.Prepare(work).Worst(work.Slot.Start).Should().Be(worst, "of seed {0}", seed);
                live.Prepare(work).Worst(work.Slot.Start).Should().Be(worst, "of seed {0}", seed);
                Count(report);
            }

            live.All().Conflicts.Equals(index.All().Conflicts).Should().BeTrue("of seed {0}, step by step", seed);
        }

        Suffice(each: 100);
    }

    [Fact]
    public void The_earliest_start_is_the_first_minute_that_the_oracle_allows()
    {
        var (moved, none) = (0, 0);
        for (var seed = 200_000; seed < 200_000 + Cases; seed++)
        {
            var world = new RandomSchedule(seed);
            var work = world.NextCandidate();
            var from = world.Next(RandomSchedule.Minutes / 2);
            var until = from + world.Next(RandomSchedule.Minutes);
            var expected = new ConflictOracle(world).EarliestStart(work, world.Works, from, until);

            var found = ConflictIndex.Of(world.Policy, world.Works, world.Graph).EarliestStart(work, Planned.At(from), Planned.At(until));

            found.Start.Should().Be(expected is { } start ? Planned.At(start) : null, "of seed {0}", seed);
            moved += expected > from ? 1 : 0;
            none += expected is null ? 1 : 0;
        }

        moved.Should().BeGreaterThan(100);
        none.Should().BeGreaterThan(50);
    }

    [Fact]
    public void A_remedy_that_names_a_start_cures_everything_hard()
    {
        var cured = 0;
        for (var seed = 300_000; seed < 300_000 + Cases; seed++)
        {
            var world = new RandomSchedule(seed);
            var index = ConflictIndex.Of(world.Policy, world.Works, world.Graph);
            var work = world.NextCandidate();
            if (!index.Against(work).Hard.Any(conflict => conflict.Remedies[0].Text.Contains("the earliest start that no hard rule forbids", StringComparison.Ordinal)))
            {
                continue;
            }

            var start = index.EarliestStart(work, work.Slot.Start, work.Slot.End + ConflictIndex.OrdinaryReach).Start!.Value;
            new ConflictOracle(world).Against(work.MovedTo(new(start, start + work.Slot.Length)), world.Works, ConflictSeverity.Hard).Should().BeEmpty("of seed {0}", seed);
            index.Against(work).Hard.Should().OnlyContain(conflict => conflict.Remedies[0].Text.Contains(start.ToText(), StringComparison.Ordinal));
            cured++;
        }

        cured.Should().BeGreaterThan(150);
    }

    private static void Same(ConflictReport report, List<string> expected, int seed) =>
        report.Conflicts.Select(ConflictOracle.Told).Order(StringComparer.Ordinal).Should().Equal(expected.Order(StringComparer.Ordinal), "of seed {0}", seed);

    // The same schedule, reached by additions, removals and moves.
    private static LiveConflictIndex Wandered(RandomSchedule world)
    {
        var live = new LiveConflictIndex(world.Policy, world.Graph, world.Works.Where(_ => world.Next(2) == 0).Select(work => work.MovedTo(world.NextSlot())));
        live.Add(world.NextWork("gone"));
        foreach (var work in world.Shuffled())
        {
            if (live.Find(work.Holder, work.Part) is null)
            {
                live.Add(work);
            }
            else if (world.Next(2) == 0)
            {
                live.Move(work.Holder, work.Slot, work.Part).Should().Be(work);
            }
            else
            {
                live.Remove(work.Holder, work.Part).Should().NotBeNull();
                live.Add(work);
            }
        }

        live.Remove(new("gone"));
        live.Count.Should().Be(world.Works.Length);
        return live;
    }

    private void Count(ConflictReport report)
    {
        Met(report.Conflicts.Count == 0 ? "none" : "some");
        foreach (var conflict in report.Conflicts)
        {
            Met(conflict.Kind.ToString());
            Met(conflict.Rule.Kind.ToString());
            Met(conflict.Severity.ToString());
        }
    }

    private void Met(string what) => _met[what] = _met.GetValueOrDefault(what) + 1;

    private void Suffice(int each)
    {
        string[] all = ["none", "some", .. Enum.GetNames<ConflictKind>(), .. Enum.GetNames<ConflictRuleKind>(), .. Enum.GetNames<ConflictSeverity>()];
        all.Where(what => _met.GetValueOrDefault(what) < each).Should().BeEmpty("each is met {0} times: {1}", each, string.Join(", ", _met));
    }
}
