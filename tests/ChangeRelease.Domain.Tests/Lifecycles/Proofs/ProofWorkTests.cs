using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Five hundred states and five thousand rows are answered with bounded work: counted places, allocated bytes.</summary>
public sealed class ProofWorkTests
{
    private const int States = 500;
    private const int LastOpen = States - 3;
    private const int Rows = 5_000;
    private const int Held = 100;
    private const int Megabyte = 1 << 20;

    private static readonly LifecycleDescription Large = Chain(States, Rows);

    [Fact]
    public void It_is_as_large_as_promised() => (Large.States.Count, Large.Transitions.Count).Should().Be((States, Rows));

    [Fact]
    public void A_policy_looks_at_no_more_than_places_times_what_it_remembers()
    {
        var never = Policy.Never(Policy.In(At(States - 3))).Unless(Policy.Taken(new Trigger("T0"))).Since(Policy.Taken(new Trigger("T3"))).Once(Policy.Passed(At(5)));
        Bounded(48, () => never.Prove(Large)).Explored.Should().BeInRange(States, 4 * (States + Held));
        Bounded(48, () => Policy.AlwaysPossible(Policy.In(Phase.Ended)).Prove(Large)).Should().Match<Proof>(proof => proof.Holds && proof.Explored < States + Held);
        Bounded(48, () => Policy.Refused(new Trigger("T1")).UnlessMet("test.need.always").Prove(Large)).Should().Match<Proof>(proof => proof.Holds && proof.Explored < States + Held);
    }

    [Fact]
    public void What_stands_on_every_path_is_found_without_trying_each()
    {
        var graph = LifecycleGraph.Of(Large);

        Bounded(96, () => graph.MustPass(At(LastOpen))).Count.Should().Be(LastOpen);
        Bounded(96, () => graph.MustTake(At(LastOpen))).Count.Should().Be(LastOpen);
        Bounded(96, () => graph.RequirementsOnTheWay(At(0), At(LastOpen))!).Always.Count.Should().BeGreaterThan(1);
    }

    [Fact]
    public void Tables_whose_places_meet_in_every_way_are_not_compared_without_end()
    {
        var comparison = LifecycleComparison.AtLeastAsStrict(Ring(719), Ring(727));

        comparison.Holds.Should().BeFalse();
        comparison.Laxity.Should().Be(Laxity.Undecided);
        comparison.Explored.Should().BeLessThan(719 * 727);
        LifecycleComparison.AtLeastAsStrict(Ring(71), Ring(73)).Should().Match<Comparison>(small => small.Holds && small.Explored == 71 * 73);
    }

    private static LifecycleDescription Ring(int length) => new("ring", length, At(0), [], Enumerable.Range(0, length).Select(At).ToValueList(), Enumerable.Range(0, length)
        .Select(number => new Transition(At(number), new Trigger("T0"), [new Outcome(null, At((number + 1) % length), null)], [], false, null)).ToValueList());

    [Fact]
    public void A_large_definition_is_compared_with_itself_place_by_place() =>
        Bounded(96, () => LifecycleComparison.Equivalent(Large, Large)).Should().Match<Comparison>(comparison => comparison.Holds && comparison.Explored < States + Held);

    [Fact]
    public void Twice_the_rows_cost_about_twice_as_much()
    {
        var half = Chain(States / 2, Rows / 2);
        var never = Policy.Never(Policy.In(Phase.Ended)).Unless(Policy.Taken(new Trigger("T0"))).Since(Policy.Taken(new Trigger("T3")));

        Ratio(() => never.Prove(half), () => never.Prove(Large)).Should().BeLessThan(3);
        Ratio(() => LifecycleComparison.AtLeastAsStrict(half, half), () => LifecycleComparison.AtLeastAsStrict(Large, Large)).Should().BeLessThan(3);
        Ratio(() => LifecycleGraph.Of(half).ShortestPath(At(0), At(States / 4)), () => LifecycleGraph.Of(Large).ShortestPath(At(0), At(States / 2))).Should().BeLessThan(3);
    }

    private static T Bounded<T>(int megabytes, Func<T> act)
    {
        act();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = act();
        ((GC.GetAllocatedBytesForCurrentThread() - before) / Megabyte).Should().BeLessThan(megabytes);
        return result;
    }

    private static double Ratio<T>(Func<T> half, Func<T> whole) => Bytes(whole) / Bytes(half);

    private static double Bytes<T>(Func<T> act)
    {
        act();
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static State At(int number) => new($"S{number}", Phase.Preparation);

    // A chain where each state also stays or goes back by nine ways, and the first hundred may be held.
    private static LifecycleDescription Chain(int states, int count)
    {
        var random = new Random(1);
        var hold = new State("Hold", Phase.Paused);
        var chain = Enumerable.Range(0, states - 1).Select(number => number == states - 2 ? new State("End", Phase.Ended) : At(number)).ToList();
        var rows = new List<Transition>();
        for (var at = 0; at < states - 2; at++)
        {
            rows.Add(Redraft.Row(chain[at], new Trigger("T0"), chain[at + 1], $"test.need.r{at % 50}", "test.need.always"));
            rows.AddRange(Enumerable.Range(1, at < Held * states / States ? 8 : 9).Select(trigger => Redraft.Row(chain[at], new Trigger($"T{trigger}"), chain[random.Next(at + 1)], "test.need.always")));
            rows.AddRange(at < Held * states / States ? [Redraft.Row(chain[at], new Trigger("Hold"), hold)] : []);
        }

        rows.Add(new Transition(hold, new Trigger("Resume"), chain.Take(Held * states / States).Select(state => new Outcome(state.Name, state, null) { Origins = [state] }).ToValueList(), [], true, "held from"));
        rows.AddRange(Enumerable.Range(0, count - rows.Count).Select(number => Redraft.Row(hold, new Trigger($"Note{number}"), hold)));
        return new LifecycleDescription("large", 1, chain[0], [chain[^1]], [.. chain, hold], rows.ToValueList());
    }
}
