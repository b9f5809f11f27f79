namespace ChangeRelease.Domain.Approvals;

/// <summary>A part of a policy, with the people it names looked up: what is counted.</summary>
internal abstract class Demand
{
    private protected Demand()
    {
    }

    /// <summary>The fewest voices that could satisfy it, were nobody to count twice.</summary>
    public abstract int Fewest { get; }

    public abstract bool IsSatisfied(Voices voices);

    /// <summary>Adds everyone it asks, now or in a later step.</summary>
    public abstract void AddAsked(Bits asked);

    /// <summary>Adds everyone it asks now.</summary>
    public virtual void AddOpen(Voices voices, Bits open) => AddAsked(open);

    /// <summary>Says what keeps it unsatisfied though everybody who could still approve did.</summary>
    public abstract IEnumerable<string> Obstacles(Voices best);

    /// <summary>Finds the smallest sets of people whose approval would satisfy it.</summary>
    public abstract IReadOnlyList<Bits> Missing(MissingSearch search);
}

/// <summary>So many of certain people, or one board.</summary>
internal sealed class PeopleDemand(Bits people, int need, string words) : Demand
{
    public Bits People { get; } = people;

    public int Need { get; } = need;

    public override int Fewest => Need;

    public override bool IsSatisfied(Voices voices) => voices.Approving.CountWith(People) >= Need;

    public override void AddAsked(Bits asked) => asked.Add(People);

    public override IEnumerable<string> Obstacles(Voices best) => IsSatisfied(best)
        ? []
        : [FormattableString.Invariant($"{words} asks for {Need}, and at most {best.Approving.CountWith(People)} can approve")];

    public override IReadOnlyList<Bits> Missing(MissingSearch search) =>
        search.Choose(People, Need - search.Voices.Approving.CountWith(People));

    /// <summary>The demand in words, with how many approved.</summary>
    public string Progress(Voices voices) => FormattableString.Invariant($"{words}: {voices.Approving.CountWith(People)} of {Need}");
}

/// <summary>Several parts that are all needed.</summary>
internal abstract class WholeDemand : Demand
{
    private protected WholeDemand(IReadOnlyList<Demand> parts) => Parts = parts;

    public override int Fewest => Parts.Sum(part => part.Fewest);

    private protected IReadOnlyList<Demand> Parts { get; }

    public override bool IsSatisfied(Voices voices)
    {
        foreach (var part in Parts)
        {
            if (!part.IsSatisfied(voices))
            {
                return false;
            }
        }

        return true;
    }

    public override void AddAsked(Bits asked)
    {
        foreach (var part in Parts)
        {
            part.AddAsked(asked);
        }
    }

    public override IEnumerable<string> Obstacles(Voices best) => Parts.SelectMany(part => part.Obstacles(best));

    public override IReadOnlyList<Bits> Missing(MissingSearch search) => search.All(Parts);
}

/// <summary>Every part, at once.</summary>
internal sealed class AllDemand(IReadOnlyList<Demand> parts) : WholeDemand(parts)
{
    public override void AddOpen(Voices voices, Bits open)
    {
        foreach (var part in Parts)
        {
            part.AddOpen(voices, open);
        }
    }
}

/// <summary>Every step, each open once those before it are satisfied.</summary>
internal sealed class SequenceDemand(IReadOnlyList<Demand> steps) : WholeDemand(steps)
{
    public override void AddOpen(Voices voices, Bits open)
    {
        foreach (var step in Parts)
        {
            step.AddOpen(voices, open);
            if (!step.IsSatisfied(voices))
            {
                return;
            }
        }
    }
}

/// <summary>One part, whichever.</summary>
internal sealed class AnyDemand(IReadOnlyList<Demand> parts) : Demand
{
    public override int Fewest => parts.Min(part => part.Fewest);

    public override bool IsSatisfied(Voices voices)
    {
        foreach (var part in parts)
        {
            if (part.IsSatisfied(voices))
            {
                return true;
            }
        }

        return false;
    }

    public override void AddAsked(Bits asked)
    {
        foreach (var part in parts)
        {
            part.AddAsked(asked);
        }
    }

    public override void AddOpen(Voices voices, Bits open)
    {
        foreach (var part in parts)
        {
            part.AddOpen(voices, open);
        }
    }

    public override IEnumerable<string> Obstacles(Voices best) => IsSatisfied(best) ? [] : parts.SelectMany(part => part.Obstacles(best));

    public override IReadOnlyList<Bits> Missing(MissingSearch search) => search.Smallest(parts.SelectMany(part => part.Missing(search)));
}

/// <summary>What is wrapped, unless somebody with a veto rejected.</summary>
internal sealed class VetoDemand(Bits holders, string role, Demand of, Func<Bits, string> names) : Demand
{
    public override int Fewest => of.Fewest;

    public override bool IsSatisfied(Voices voices) => !voices.Rejecting.Overlaps(holders) && of.IsSatisfied(voices);

    public override void AddAsked(Bits asked)
    {
        asked.Add(holders);
        of.AddAsked(asked);
    }

    public override void AddOpen(Voices voices, Bits open)
    {
        open.Add(holders);
        of.AddOpen(voices, open);
    }

    public override IEnumerable<string> Obstacles(Voices best) => best.Rejecting.Overlaps(holders)
        ? of.Obstacles(best).Prepend($"{names(best.Rejecting.And(holders))} of {role} vetoed it")
        : of.Obstacles(best);

    public override IReadOnlyList<Bits> Missing(MissingSearch search) => search.Voices.Rejecting.Overlaps(holders) ? [] : of.Missing(search);
}
