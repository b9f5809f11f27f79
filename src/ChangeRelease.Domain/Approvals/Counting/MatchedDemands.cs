namespace ChangeRelease.Domain.Approvals;

/// <summary>So many of several parts; among the people and roles a person counts for one, and branches count anew.</summary>
internal sealed class AtLeastDemand(int count, IReadOnlyList<PeopleDemand> people, IReadOnlyList<Demand> branches, string words) : Demand
{
    private readonly IReadOnlyList<PeopleDemand> _single = [.. people.Where(part => part.Need == 1)];
    private readonly IReadOnlyList<PeopleDemand> _groups = [.. people.Where(part => part.Need > 1)];

    public override int Fewest => people.Concat(branches).Select(part => part.Fewest).Order().Take(count).Sum();

    public override bool IsSatisfied(Voices voices)
    {
        var need = count - branches.Count(branch => branch.IsSatisfied(voices));
        return need <= 0 || AreMatched(voices.Approving, need);
    }

    public override void AddAsked(Bits asked)
    {
        foreach (var part in people.Concat(branches))
        {
            part.AddAsked(asked);
        }
    }

    public override void AddOpen(Voices voices, Bits open)
    {
        foreach (var part in people.Concat(branches))
        {
            part.AddOpen(voices, open);
        }
    }

    public override IEnumerable<string> Obstacles(Voices best) => IsSatisfied(best)
        ? []
        : people.Concat(branches).SelectMany(part => part.Obstacles(best)).Append($"{words} cannot be filled with different people");

    public override IReadOnlyList<Bits> Missing(MissingSearch search) => search.Smallest(
        MissingSearch.Subsets(branches.Count, count).SelectMany(chosen => Missing(search, [.. chosen.Select(place => branches[place])])));

    private IReadOnlyList<Bits> Missing(MissingSearch search, IReadOnlyList<Demand> chosen)
    {
        var need = count - chosen.Count;
        return need > people.Count ? [] : search.Cross(search.All(chosen), search.Matched(people, people.Sum(part => part.Need), approving => need <= 0 || AreMatched(approving, need)));
    }

    private bool AreMatched(Bits approving, int need) => need >= people.Count
        ? need == people.Count && Matching.Fills(people, approving)
        : AreMatched(approving, need, [.. _groups.Where(group => group.IsSatisfied(new Voices(approving, default)))]);

    private bool AreMatched(Bits approving, int need, PeopleDemand[] groups) => MissingSearch.Subsets(groups.Length, need)
        .Select(chosen => (PeopleDemand[])[.. chosen.Select(place => groups[place])])
        .Any(chosen => Matching.FilledBeside(chosen, _single, approving) is { } filled && chosen.Length + filled >= need);
}

/// <summary>Different people throughout, in one of the combinations that satisfy it.</summary>
internal sealed class DistinctDemand(Demand of, IReadOnlyList<IReadOnlyList<PeopleDemand>> alternatives, string words) : Demand
{
    private readonly IReadOnlyList<PeopleDemand> _people = [.. alternatives.SelectMany(parts => parts).Distinct()];

    public override int Fewest => alternatives.Min(parts => parts.Sum(part => part.Need));

    public override bool IsSatisfied(Voices voices) => AreMatched(voices.Approving);

    public override void AddAsked(Bits asked) => of.AddAsked(asked);

    public override void AddOpen(Voices voices, Bits open) => of.AddOpen(voices, open);

    public override IEnumerable<string> Obstacles(Voices best) => IsSatisfied(best)
        ? []
        : of.Obstacles(best).Append($"{words} cannot be filled with different people");

    public override IReadOnlyList<Bits> Missing(MissingSearch search) => search.Matched(_people, alternatives.Max(parts => parts.Sum(part => part.Need)), AreMatched);

    private bool AreMatched(Bits approving)
    {
        foreach (var parts in alternatives)
        {
            if (Matching.Fills(parts, approving))
            {
                return true;
            }
        }

        return false;
    }
}
