using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>What the naive search says: the outcome, how long a shortest counter-example is, and whether nothing it speaks of ever comes up.</summary>
internal sealed record NaiveAnswer(ProofOutcome Outcome, int? Length, bool IsVacuous);

/// <summary>A policy to be decided twice.</summary>
internal abstract class NaivePolicy
{
    public abstract Policy Policy { get; }

    public List<string> NeverMet { get; } = [];

    public abstract bool IsKnown(NaiveNames names);

    /// <summary>The length of a shortest counter-example; null when there is none.</summary>
    public abstract int? Shortest(NaiveReading reading);

    public abstract bool IsVacuous(NaiveReading reading, NaiveReading unconditional);

    /// <summary>Whether a path is a counter-example.</summary>
    public abstract bool IsBrokenBy(NaiveReading reading, IReadOnlyList<NaiveStep> path, Stand start);

    public NaiveAnswer Decide(IReadOnlyList<LifecycleDescription> tables)
    {
        var names = NaiveNames.Of(tables);
        if (!IsKnown(names) || NeverMet.Exists(code => !NaiveEvent.Met(code).IsKnown(names)))
        {
            return new NaiveAnswer(ProofOutcome.Misstated, null, false);
        }

        var reading = new NaiveReading(tables, NeverMet);
        var length = Shortest(reading);
        var leaves = reading.Distances(reading.Starts()).Where(reached => reached.Key.Table < 0).Select(reached => (int?)reached.Value).Min();
        return (length, leaves) switch
        {
            (not null, _) => new NaiveAnswer(ProofOutcome.Fails, length, false),
            (_, not null) => new NaiveAnswer(ProofOutcome.Unproved, leaves, false),
            _ => new NaiveAnswer(ProofOutcome.Holds, null, IsVacuous(reading, new NaiveReading(tables, []))),
        };
    }
}

/// <summary>Never there unless, told over whole paths.</summary>
internal sealed class NaiveNever(Places places, Func<State, bool> isThere, Func<NaiveNames, bool> areKnown) : NaivePolicy
{
    public List<NaiveEvent> Excuses { get; } = [];

    public List<NaiveEvent> Voids { get; } = [];

    public NaiveEvent? Once { get; set; }

    public override Policy Policy
    {
        get
        {
            var policy = Excuses.Aggregate(Policy.Never(places), (policy, excuse) => policy.OrUnless(excuse.Happening));
            policy = Voids.Aggregate(policy, (policy, voids) => policy.Since(voids.Happening));
            policy = Once is null ? policy : policy.Once(Once.Happening);
            return NeverMet.Aggregate((Policy)policy, (policy, code) => policy.AssumingNeverMet(code));
        }
    }

    public override bool IsKnown(NaiveNames names) => areKnown(names) && Excuses.Concat(Voids).Concat(Once is null ? [] : [Once]).All(named => named.IsKnown(names));

    public override bool IsBrokenBy(NaiveReading reading, IReadOnlyList<NaiveStep> path, Stand start)
    {
        bool Happens(NaiveEvent what, int at) => at == 0 ? what.At(start.State) : what.By(path[at - 1].Row, path[at - 1].Outcome);
        var all = Enumerable.Range(0, path.Count + 1).ToList();
        var applies = Once is null || all.Exists(at => Happens(Once, at));
        var lastVoid = all.Where(at => Voids.Exists(voids => Happens(voids, at)) || (Once is not null && Happens(Once, at))).Append(0).Max();
        var end = path.Count == 0 ? start : path[^1].To;
        return isThere(end.State) && applies && !all.Exists(at => at >= lastVoid && Excuses.Exists(excuse => Happens(excuse, at)));
    }

    // Guesses where the last voiding stands, and asks for no excuse after it. 0: does not apply yet; 1: applies; 2: after the guess.
    public override int? Shortest(NaiveReading reading)
    {
        var seen = new HashSet<(Stand Stand, int Part)>();
        var level = reading.Starts().SelectMany(start => Parts(start)).ToHashSet();
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (level.Any(at => at.Part == 2 && isThere(at.Stand.State)))
            {
                return depth;
            }

            seen.UnionWith(level);
            level = level.SelectMany(at => reading.Steps(at.Stand).SelectMany(step => Parts(at.Part, step).Select(part => (step.To, part)))).Where(next => !seen.Contains(next)).ToHashSet();
        }

        return null;
    }

    public override bool IsVacuous(NaiveReading reading, NaiveReading unconditional)
    {
        var applying = Applying(reading);
        return applying.Count == 0
            || (Excuses.Count > 0 && !applying.Any(stand => isThere(stand.State)))
            || (Excuses.Count == 0 && NeverMet.Count > 0 && Shortest(unconditional) is null && unconditional.Distances(unconditional.Starts()).Keys.All(stand => stand.Table >= 0));
    }

    private HashSet<Stand> Applying(NaiveReading reading)
    {
        var reached = reading.Distances(reading.Starts()).Keys;
        var first = Once is null
            ? reading.Starts()
            : reading.Starts().Where(start => Once.At(start.State)).Concat(reached.SelectMany(reading.Steps).Where(step => Once.By(step.Row, step.Outcome)).Select(step => step.To));
        return [.. reading.Distances(first).Keys];
    }

    private IEnumerable<(Stand Stand, int Part)> Parts(Stand start)
    {
        var begun = Once?.At(start.State) ?? true;
        return (begun, Excuses.Exists(excuse => excuse.At(start.State))) switch
        {
            (false, _) => [(start, 0)],
            (true, true) => [(start, 1)],
            _ => [(start, 1), (start, 2)],
        };
    }

    private IEnumerable<int> Parts(int part, NaiveStep step)
    {
        var begins = Once?.By(step.Row, step.Outcome) ?? false;
        var voids = begins || Voids.Exists(voids => voids.By(step.Row, step.Outcome));
        var excuses = Excuses.Exists(excuse => excuse.By(step.Row, step.Outcome));
        return part switch
        {
            0 => begins ? excuses ? [0, 1] : [0, 1, 2] : [0],
            1 => voids && !excuses ? [1, 2] : [1],
            _ => excuses ? [] : [2],
        };
    }
}

/// <summary>Always possible, told stand by stand.</summary>
internal sealed class NaiveReach(Places places, Func<State, bool> isThere, Func<NaiveNames, bool> areKnown) : NaivePolicy
{
    public (Places Places, Func<State, bool> Holds, Func<NaiveNames, bool> AreKnown)? Scope { get; set; }

    public override Policy Policy
    {
        get
        {
            var policy = Scope is { } scope ? Policy.AlwaysPossible(places).While(scope.Places) : Policy.AlwaysPossible(places);
            return NeverMet.Aggregate((Policy)policy, (policy, code) => policy.AssumingNeverMet(code));
        }
    }

    public override bool IsKnown(NaiveNames names) => areKnown(names) && (Scope?.AreKnown(names) ?? true);

    public override int? Shortest(NaiveReading reading) =>
        reading.Distances(reading.Starts()).Where(reached => IsTrapped(reading, reached.Key)).Select(reached => (int?)reached.Value).Min();

    public override bool IsVacuous(NaiveReading reading, NaiveReading unconditional) =>
        Scope is { } scope && !reading.Distances(reading.Starts()).Keys.Any(stand => scope.Holds(stand.State));

    public override bool IsBrokenBy(NaiveReading reading, IReadOnlyList<NaiveStep> path, Stand start) => IsTrapped(reading, path.Count == 0 ? start : path[^1].To);

    private bool IsTrapped(NaiveReading reading, Stand stand) =>
        (Scope?.Holds(stand.State) ?? true) && reading.Distances([stand]).Keys.All(other => other.Table >= 0 && !isThere(other.State));
}

/// <summary>Refused, told row by row.</summary>
internal sealed class NaiveRefused(Trigger trigger) : NaivePolicy
{
    public (Places Places, Func<State, bool> Holds, Func<NaiveNames, bool> AreKnown)? Scope { get; set; }

    public List<string> Codes { get; } = [];

    public override Policy Policy
    {
        get
        {
            var policy = Scope is { } scope ? Policy.Refused(trigger).While(scope.Places) : Policy.Refused(trigger);
            return NeverMet.Aggregate((Policy)Codes.Aggregate(policy, (policy, code) => policy.UnlessMet(code)), (policy, code) => policy.AssumingNeverMet(code));
        }
    }

    public override bool IsKnown(NaiveNames names) =>
        NaiveEvent.Taken(trigger, null).IsKnown(names) && (Scope?.AreKnown(names) ?? true) && Codes.TrueForAll(code => NaiveEvent.Met(code).IsKnown(names));

    public override int? Shortest(NaiveReading reading) =>
        reading.Distances(reading.Starts()).Where(reached => reading.Steps(reached.Key).Exists(Breaks)).Select(reached => (int?)reached.Value + 1).Min();

    public override bool IsVacuous(NaiveReading reading, NaiveReading unconditional)
    {
        var asked = reading.Distances(reading.Starts()).Keys.Where(IsAsked).ToList();
        return Codes.Count == 0 ? asked.Count == 0 : !asked.SelectMany(reading.Steps).Any(step => step.Row.Trigger == trigger);
    }

    public override bool IsBrokenBy(NaiveReading reading, IReadOnlyList<NaiveStep> path, Stand start) => path.Count > 0 && Breaks(path[^1]);

    private bool Breaks(NaiveStep step) => IsAsked(step.From) && step.Row.Trigger == trigger && !step.Row.Requirements.Any(need => Codes.Contains(need.Code));

    private bool IsAsked(Stand stand) => Scope?.Holds(stand.State) ?? true;
}
