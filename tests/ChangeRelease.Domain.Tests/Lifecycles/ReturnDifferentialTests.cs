using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>Rows that lead back, against a naive reading of their ways: for every state that a subject may claim to have come from.</summary>
public sealed class ReturnDifferentialTests
{
    private const int Tables = 300;

    [Fact]
    public void Everybody_is_led_back_by_the_way_of_where_they_came_from_and_nobody_else_is_led_anywhere()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Tables; seed++)
        {
            Compare(new Random(seed), seen);
        }

        seen.Should().ContainKeys("led back", "led to another", "nowhere", "not known").And.OnlyContain(kind => kind.Value >= 100);
    }

    private static void Compare(Random random, Dictionary<string, int> seen)
    {
        var states = Enumerable.Range(0, random.Next(2, 9)).Select(number => new State($"S{number}", Phase.Preparation)).ToArray();
        var ways = Ways(states, random);
        var lifecycle = Build(states, ways);
        foreach (var origin in states.Append(Closed).Append(null))
        {
            var trial = new Trial(0, origin?.Name ?? string.Empty);
            var way = ways.FirstOrDefault(way => way.Origins.Any(known => known.Name == origin?.Name));
            var verdict = lifecycle.Take(Held, Resume, trial);

            verdict.Destination.Should().Be(way?.To);
            verdict.Refusals.Select(refusal => refusal.Code).Should().Equal(way is null ? ["lifecycle.origin.unknown"] : []);
            lifecycle.At(Held)!.Permits(Resume, trial).Should().Be(way is not null);
            lifecycle.Explain(Held, Resume, trial).IsAvailable.Should().Be(way is not null);
            var kind = way is null ? (origin is null ? "not known" : "nowhere") : way.To == origin ? "led back" : "led to another";
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
        }
    }

    // Some states can be held, each by one of a few ways; the others are no origin.
    private static Way[] Ways(State[] states, Random random)
    {
        var held = states.Where((_, at) => at == 0 || random.Next(3) > 0).ToArray();
        random.Shuffle(held);
        return [.. held.Chunk(random.Next(1, 4)).Select(chunk => new Way(chunk[random.Next(chunk.Length)], [.. chunk]))];
    }

    private static Lifecycle<Trial> Build(State[] states, Way[] ways) => Lifecycle.Define<Trial>("returning", 1, table =>
    {
        table.StartsIn(states[0]).EndsIn(Closed);
        for (var at = 0; at < states.Length; at++)
        {
            table.In(states[at]).On(Submit).GoTo(at + 1 < states.Length ? states[at + 1] : Closed);
        }

        table.SideDoor(Hold).From([.. ways.SelectMany(way => way.Origins)]).GoTo(Held);
        table.SideDoor(Resume).From(Held).Return(Selector.Origin<Trial>("came from", trial => Array.Find([.. states, Closed], state => state.Name == trial.Answer)), ways);
    });
}
