using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Random definitions of up to eight states, with selectors, ways back and exits, given and not given; sound or not.</summary>
internal sealed class RandomFamily
{
    public const int MostStates = 8;
    public const int Triggers = 4;
    public static readonly string[] Codes = ["test.need.r0", "test.need.r1", "test.need.r2", "test.need.r3"];
    public static readonly string[] Answers = ["left", "middle", "right"];
    public static readonly Phase[] Phases = [Phase.InOrder("First", 1), Phase.InOrder("Second", 2), Phase.InOrder("Third", 3), Phase.Aside("Beside")];

    private readonly Random _random;
    private readonly State[] _all;
    private readonly bool _leaves;

    public RandomFamily(int seed, bool leaves = true)
    {
        _random = new Random(seed);
        _all = [.. Enumerable.Range(0, MostStates).Select(number => new State($"S{number}", Phases[_random.Next(Phases.Length)]))];
        _leaves = leaves && _random.Next(2) == 0;
        var other = Table("other", _random.Next(2, 5), []);
        First = Table("first", _random.Next(5, MostStates + 1), _random.Next(3) > 0 ? [other] : [other, Table("unknown", 3, [])]);
        Elsewhere = [other];
    }

    public LifecycleDescription First { get; }

    public ValueList<LifecycleDescription> Elsewhere { get; }

    public IReadOnlyList<LifecycleDescription> All
    {
        get
        {
            var isUsed = First.Transitions.SelectMany(row => row.Outcomes).Any(outcome => outcome.Exit == Elsewhere[0].ToReference());
            return isUsed ? [First, .. Elsewhere] : [First];
        }
    }

    /// <summary>One of the states that the first table has, and seldom one that it does not have.</summary>
    public State State() => _random.Next(40) == 0 ? _all[_random.Next(MostStates)] : First.States[_random.Next(First.States.Count)];

    /// <summary>The phase of such a state, and seldom another one.</summary>
    public Phase PhaseOfState() => _random.Next(40) == 0 ? Phases[_random.Next(Phases.Length)] : State().Phase;

    public int Next(int below) => _random.Next(below);

    public Transition Row(LifecycleDescription table, Trigger trigger) =>
        Row(table.States[_random.Next(table.States.Count)], trigger, table.States.ToArray(), []);

    private LifecycleDescription Table(string id, int count, LifecycleDescription[] others)
    {
        State[] states = [.. _all.Take(count)];
        var rows = states.SkipLast(1).SelectMany((state, at) => Enumerable.Range(0, Triggers)
            .Where(trigger => trigger == at % Triggers || _random.Next(4) == 0)
            .Select(trigger => Row(state, new Trigger($"T{trigger}"), states, others))).ToValueList();
        return new LifecycleDescription(id, 1, states[0], [states[^1]], ValueList.Create<State>(states), rows)
        {
            Triggers = rows.Select(row => row.Trigger).Distinct().Select(trigger => new TriggerDescription(trigger, [])).ToValueList(),
        };
    }

    private Transition Row(State from, Trigger trigger, State[] states, LifecycleDescription[] others)
    {
        var needs = Codes.Where(_ => _random.Next(4) == 0).Select(Redraft.Need).ToValueList();
        var (outcomes, selector) = _random.Next(10) switch
        {
            < 5 => (ValueList.Create<Outcome>([Outcome(null, from, states, others)]), null),
            < 7 => (Answers.Take(_random.Next(2, 4)).Select(answer => Outcome(answer, from, states, others)).ToValueList(), "question"),
            _ => (Back(from, states), "came from"),
        };
        return new Transition(from, trigger, outcomes, needs, IsSideDoor: true, selector);
    }

    private Outcome Outcome(string? answer, State from, State[] states, LifecycleDescription[] others)
    {
        var comesFrom = _random.Next(5) == 0 ? Some(states, 1 + _random.Next(2)) : [];
        if (others.Length > 0 && _leaves && _random.Next(4) == 0)
        {
            var other = others[_random.Next(others.Length)];
            return new Outcome(answer, _random.Next(8) == 0 ? _all[_random.Next(MostStates)] : other.States[_random.Next(other.States.Count)], other.ToReference()) { ComesFrom = comesFrom };
        }

        return new Outcome(answer, To(from, states), null) { ComesFrom = comesFrom };
    }

    // Usually a step on, so that there are long paths.
    private State To(State from, State[] states) => _random.Next(8) switch
    {
        0 => from,
        < 5 => states[Math.Min(Array.IndexOf(states, from) + 1, states.Length - 1)],
        _ => states[_random.Next(states.Length)],
    };

    private ValueList<Outcome> Back(State from, State[] states)
    {
        var origins = Some(states, _random.Next(2, 5)).Where(origin => origin != from).Append(states[0]).Distinct().ToList();
        var targets = Some(states, Math.Min(origins.Count, 1 + _random.Next(2)));
        return targets.Select((to, at) => new Outcome(to.Name, to, null) { Origins = origins.Where((_, number) => number % targets.Count == at).ToValueList() }).ToValueList();
    }

    private ValueList<State> Some(State[] states, int count)
    {
        var shuffled = states.ToArray();
        _random.Shuffle(shuffled);
        return shuffled.Take(count).ToValueList();
    }
}
