using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Proofs against a naive search over random definitions: the same answer, and counter-examples that are valid and shortest.</summary>
public sealed class ProofDifferentialTests
{
    private const int Families = 600;

    [Theory]
    [InlineData("never", 300, 300, 40, 20, 100)]
    [InlineData("reach", 200, 300, 40, 20, 5)]
    [InlineData("refused", 150, 300, 10, 20, 20)]
    public void Every_policy_is_decided_as_the_naive_search_decides_it(string kind, int holds, int fails, int unproved, int misstated, int vacuous)
    {
        var answers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Families; seed++)
        {
            var family = new RandomFamily(seed);
            for (var policy = 0; policy < 3; policy++)
            {
                Compare(family, Draw(kind, family), answers, $"family {seed}, policy {policy}");
            }
        }

        int Count(string name) => answers.GetValueOrDefault(name);
        Count("Holds").Should().BeGreaterThan(holds, "{0}", string.Join(", ", answers));
        Count("Fails").Should().BeGreaterThan(fails, "{0}", string.Join(", ", answers));
        Count("Unproved").Should().BeGreaterThan(unproved, "{0}", string.Join(", ", answers));
        Count("Misstated").Should().BeGreaterThan(misstated, "{0}", string.Join(", ", answers));
        Count("vacuous").Should().BeGreaterThan(vacuous, "{0}", string.Join(", ", answers));
        Count("long").Should().BeGreaterThan(100, "{0}", string.Join(", ", answers));
    }

    private static void Compare(RandomFamily family, NaivePolicy naive, Dictionary<string, int> answers, string which)
    {
        var expected = naive.Decide(family.All);
        var proof = naive.Policy.Prove(family.First, family.Elsewhere);

        (proof.Outcome, proof.Trace?.Moves.Count, proof.IsVacuous).Should().Be((expected.Outcome, expected.Length, expected.IsVacuous), "{0}: {1}", which, proof);
        proof.Holds.Should().Be(expected.Outcome == ProofOutcome.Holds);
        (proof.Trace is null).Should().Be(expected.Length is null);
        if (proof.Trace is { } trace)
        {
            Replays(family, naive, proof.Outcome, trace).Should().BeTrue("{0}: {1}", which, proof);
        }

        foreach (var kind in new[] { expected.Outcome.ToString() }.Concat(expected.IsVacuous ? ["vacuous"] : []).Concat(expected.Length > 2 ? ["long"] : []))
        {
            answers[kind] = answers.GetValueOrDefault(kind) + 1;
        }
    }

    private static bool Replays(RandomFamily family, NaivePolicy naive, ProofOutcome outcome, Trace trace)
    {
        var reading = new NaiveReading(family.All, naive.NeverMet);
        return trace.From == family.First.Start
            && reading.Starts().SelectMany(start => Paths(reading, start, trace).Select(path => (start, path)))
                .Any(way => outcome == ProofOutcome.Fails ? naive.IsBrokenBy(reading, way.path, way.start) : way.path[^1].To.Table < 0);
    }

    private static IEnumerable<List<NaiveStep>> Paths(NaiveReading reading, Stand start, Trace trace)
    {
        IEnumerable<List<NaiveStep>> paths = [[]];
        foreach (var move in trace.Moves)
        {
            paths = [.. paths.SelectMany(path => reading.Steps(path.Count == 0 ? start : path[^1].To).Where(step => reading.Is(step, move)).Select(step => (List<NaiveStep>)[.. path, step]))];
        }

        return paths;
    }

    private static NaivePolicy Draw(string kind, RandomFamily family)
    {
        NaivePolicy policy = kind switch
        {
            "never" => Never(family),
            "reach" => Reach(family),
            _ => Refused(family),
        };
        if (family.Next(5) == 0)
        {
            policy.NeverMet.Add(Code(family));
        }

        return policy;
    }

    private static NaiveNever Never(RandomFamily family)
    {
        var (places, holds, areKnown) = Places(family);
        var never = new NaiveNever(places, holds, areKnown) { Once = family.Next(3) == 0 ? Event(family) : null };
        never.Excuses.AddRange(Enumerable.Range(0, family.Next(8) == 0 ? 0 : 1 + family.Next(3)).Select(_ => Event(family)));
        never.Voids.AddRange(Enumerable.Range(0, family.Next(3) == 0 ? 1 : 0).Select(_ => Event(family)));
        return never;
    }

    private static NaiveReach Reach(RandomFamily family)
    {
        var (places, holds, areKnown) = Places(family);
        return new NaiveReach(places, holds, areKnown) { Scope = family.Next(2) == 0 ? Places(family) : null };
    }

    private static NaiveRefused Refused(RandomFamily family)
    {
        var refused = new NaiveRefused(new Trigger($"T{family.Next(RandomFamily.Triggers)}")) { Scope = family.Next(4) == 0 ? null : Places(family) };
        refused.Codes.AddRange(Enumerable.Range(0, family.Next(3)).Select(_ => Code(family)));
        return refused;
    }

    private static NaiveEvent Event(RandomFamily family) => family.Next(5) switch
    {
        0 => NaiveEvent.Passed(family.State()),
        1 => NaiveEvent.Passed(family.PhaseOfState()),
        2 => NaiveEvent.Taken(new Trigger($"T{family.Next(RandomFamily.Triggers)}"), family.Next(4) == 0 ? RandomFamily.Answers[family.Next(3)] : null),
        _ => NaiveEvent.Met(Code(family)),
    };

    private static string Code(RandomFamily family) => RandomFamily.Codes[family.Next(RandomFamily.Codes.Length)];

    private static (Places Places, Func<State, bool> Holds, Func<NaiveNames, bool> AreKnown) Places(RandomFamily family)
    {
        if (family.Next(2) == 0)
        {
            var phase = family.PhaseOfState();
            return (Policy.In(phase), state => state.Phase == phase, names => names.States.Any(state => state.Phase == phase));
        }

        var (one, other) = (family.State(), family.State());
        return (Policy.In(one, other), state => state == one || state == other, names => names.States.Contains(one) && names.States.Contains(other));
    }
}
