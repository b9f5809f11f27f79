using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>Large definitions cost what their rows cost (F10): the work grows no faster than n log n, counted by what it allocates.</summary>
public sealed class LargeDefinitionTests
{
    private const int Few = 60;
    private const int Growth = 8;
    private const double MostExponent = 1.15;
    private const int MostBytesOfCharacter = 192;
    private const int MostBytesOfPart = 6_144;

    private static readonly Selector<Trial> Size = Selector.For<Trial>("size", ["small", "large"], trial => trial.Answer);

    private static readonly Parameter<long> Number = Parameter.Number("number", "Any number.");

    private static readonly RequirementTemplate<Trial> Numbered = RequirementTemplate.For<Trial>(
        "trial.number.small", [Number], _ => Requirement.For<Trial>("trial.number.small").Says("It is large enough.").IsMetWhen(_ => true));

    private static readonly Requirement<Trial>[] Needs = [.. Enumerable.Range(0, 12).Select(Trial.Needs)];

    private static readonly Requirement<Trial> Waiting = Needs[9].After(Needs[10]);

    private static readonly Lifecycle<Trial> Elsewhere = Straight("elsewhere");

    public static TheoryData<string> Manners => [.. Tables.Keys];

    private static Dictionary<string, Action<LifecycleTable<Trial>, State[]>> Tables { get; } = new(StringComparer.Ordinal)
    {
        ["rows of every kind"] = (table, states) => EachState(states, (from, at) => table
            .In(from).On(Submit).GoTo(states[at + 1]).When(Needs[at % 9], Waiting)
            .On(Annotate).Stay()
            .On(Start).Choose(Size, ("small", states[at + 1]), ("large", states[^1])).When(Needs[11])
            .SideDoor(Close).From(from).GoTo(states[at / 2])
            .SideDoor(Hold).From(from).GoTo(states[^1])),
        ["every row with arguments of its own"] = (table, states) => EachState(states, (from, at) => table
            .In(from).On(Submit).GoTo(states[at + 1]).When(Numbered.With(Arguments.Of(Number, at)))),
        ["every row with an exit"] = (table, states) => EachState(states, (from, at) => table
            .In(from).On(Submit).GoTo(states[at + 1]).On(Start).ExitTo(Elsewhere, Draft)),
        ["every state with a trigger of its own"] = (table, states) => EachState(states, (from, at) => table
            .In(from).On(new Trigger($"T{at}")).GoTo(states[at + 1])),
        ["a way back from every tenth state"] = (table, states) => EachState(states, (from, at) =>
        {
            table.In(from).On(Submit).GoTo(states[at + 1]);
            var held = new State($"Held{at / 10}", Phase.Preparation);
            table.SideDoor(Hold).From(from).GoTo(held);
            _ = at % 10 == 9 || at == states.Length - 2
                ? table.SideDoor(Resume).From(held).Return(Selector.Origin<Trial>("came from", _ => Draft), [.. states[(at - (at % 10))..(at + 1)].Select(Way.BackTo)])
                : null;
        }),
        ["one state into which all others lead and from which all ways lead back"] = (table, states) =>
        {
            EachState(states, (from, at) => table.In(from).On(Submit).GoTo(states[at + 1]).SideDoor(Hold).From(from).GoTo(Held));
            table.SideDoor(Resume).From(Held).Return(Selector.Origin<Trial>("came from", _ => Draft), [.. states[..^1].Select(Way.BackTo)]);
        },
    };

    [Theory]
    [MemberData(nameof(Manners))]
    public void Defining_eight_times_as_much_costs_hardly_more_than_eight_times(string manner)
    {
        var (few, many) = (Cost(() => Build(manner, Few)), Cost(() => Build(manner, Few * Growth)));

        ExponentOf(few.Bytes, many.Bytes).Should().BeLessThanOrEqualTo(MostExponent);
        (many.Bytes / SizeOf(many.Result.Description)).Should().BeInRange(1, MostBytesOfPart);
    }

    [Theory]
    [MemberData(nameof(Manners))]
    public void Drawing_eight_times_as_much_costs_hardly_more_than_eight_times(string manner)
    {
        var (few, many) = (Build(manner, Few).Description, Build(manner, Few * Growth).Description);

        ExponentOf(Cost(() => Diagram.Mermaid(few, Life(few))).Bytes, Cost(() => Diagram.Mermaid(many, Life(many))).Bytes).Should().BeLessThanOrEqualTo(MostExponent);
        ExponentOf(Cost(() => Diagram.Dot(few, Life(few))).Bytes, Cost(() => Diagram.Dot(many, Life(many))).Bytes).Should().BeLessThanOrEqualTo(MostExponent);
    }

    [Fact]
    public void Drawing_a_long_name_costs_no_more_than_its_length()
    {
        var (one, many) = (Named(1), Named(Identifier.MaximumLength / 2));

        ((Cost(() => Diagram.Mermaid(many)).Bytes - Cost(() => Diagram.Mermaid(one)).Bytes) / Identifier.MaximumLength).Should().BeInRange(1, MostBytesOfCharacter);

        static LifecycleDescription Named(int words) => Lifecycle.Define<Trial>("long", 1, table => table
            .StartsIn(Draft).In(Draft).On(new Trigger(string.Concat(Enumerable.Repeat("a:", words)))).GoTo(Closed).EndsIn(Closed)).Description;
    }

    private static Drawing Life(LifecycleDescription table) => new()
    {
        ShowsRequirements = true,
        Current = table.Start,
        Path = [.. table.Transitions.Select(row => new PathStep(row.From, row.Trigger, row.Outcomes[0].To, row.Outcomes[0].Exit))],
        Available = [.. table.Triggers.Select(known => known.Trigger)],
    };

    private static Lifecycle<Trial> Build(string manner, int count) => Lifecycle.Define<Trial>("large", 1, table =>
    {
        State[] states = [.. Enumerable.Range(0, count).Select(number => new State($"S{number}", Phase.Preparation))];
        Tables[manner](table.StartsIn(states[0]).EndsIn(states[^1]), states);
    });

    private static void EachState(State[] states, Action<State, int> write)
    {
        for (var at = 0; at < states.Length - 1; at++)
        {
            write(states[at], at);
        }
    }

    private static int SizeOf(LifecycleDescription table) => table.States.Count + table.Transitions.Sum(row => row.Outcomes.Count + row.Outcomes.Sum(outcome => outcome.Origins.Count));

    private static double ExponentOf(long few, long many) => Math.Log((double)many / few) / Math.Log(Growth);

    private static (long Bytes, T Result) Cost<T>(Func<T> work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = work();
        return (GC.GetAllocatedBytesForCurrentThread() - before, result);
    }
}
