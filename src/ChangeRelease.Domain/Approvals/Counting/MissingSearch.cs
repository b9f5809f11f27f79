namespace ChangeRelease.Domain.Approvals;

/// <summary>Searches for the smallest sets of people who are missing; bounded, and says when it met its bound.</summary>
internal sealed class MissingSearch(Voices voices, Bits open, int places)
{
    /// <summary>The most sets that are kept at any time.</summary>
    public const int MostSets = 64;

    /// <summary>The most sets that are looked at.</summary>
    public const int MostSteps = 600;

    public Voices Voices => voices;

    public int Steps { get; private set; }

    public bool IsCut { get; private set; }

    /// <summary>Every subset of so many places, the empty one first, of at most a size.</summary>
    public static IEnumerable<IEnumerable<int>> Subsets(int count, int most) =>
        Enumerable.Range(0, Math.Min(count, most) + 1).SelectMany(size => Choices(count, size));

    /// <summary>Every choice of so many places, in ascending order of the places.</summary>
    public static IEnumerable<IReadOnlyList<int>> Choices(int count, int chosen) => Choices(count, chosen, 0);

    /// <summary>Sets of so many of the people who are still open.</summary>
    public IReadOnlyList<Bits> Choose(Bits people, int missing)
    {
        var candidates = missing > 0 ? people.And(open).Places() : [];
        return missing <= 0 ? [Bits.For(places)] : Kept(Choices(candidates.Count, missing).Select(chosen => Set(chosen.Select(place => candidates[place]))));
    }

    /// <summary>What satisfies every part.</summary>
    public IReadOnlyList<Bits> All(IReadOnlyList<Demand> parts)
    {
        IReadOnlyList<Bits> sets = [Bits.For(places)];
        foreach (var part in parts)
        {
            sets = sets.Count == 0 ? sets : Cross(sets, part.Missing(this));
        }

        return sets;
    }

    public IReadOnlyList<Bits> Cross(IReadOnlyList<Bits> left, IReadOnlyList<Bits> right) =>
        Smallest(left.SelectMany(_ => right, (one, other) => one.Or(other)));

    /// <summary>What lets a matching succeed, found by trying the sets of open people in order of their size.</summary>
    public IReadOnlyList<Bits> Matched(IReadOnlyList<PeopleDemand> people, int most, Func<Bits, bool> isMatched)
    {
        var asked = Bits.For(places);
        foreach (var demand in people)
        {
            demand.AddAsked(asked);
        }

        var candidates = asked.And(open).Places();
        return isMatched(Voices.Approving.Or(asked.And(open))) ? Tried(candidates, most, isMatched) : [];
    }

    /// <summary>The sets without those that hold another, smallest first.</summary>
    public IReadOnlyList<Bits> Smallest(IEnumerable<Bits> sets)
    {
        List<Bits> kept = [];
        foreach (var set in Bounded(sets).OrderBy(set => set.Count).ThenBy(set => set.Places(), PlacesInOrder.Comparer))
        {
            if (!kept.Exists(smaller => set.Contains(smaller)))
            {
                kept.Add(set);
            }
        }

        return Kept(kept);
    }

    private static IEnumerable<IReadOnlyList<int>> Choices(int count, int chosen, int first)
    {
        if (chosen == 0)
        {
            yield return [];
            yield break;
        }

        for (var place = first; place <= count - chosen; place++)
        {
            foreach (var rest in Choices(count, chosen - 1, place + 1))
            {
                yield return [place, .. rest];
            }
        }
    }

    private List<Bits> Tried(List<int> candidates, int most, Func<Bits, bool> isMatched)
    {
        List<Bits> found = [];
        foreach (var chosen in Subsets(candidates.Count, most))
        {
            if (!MayGoOn(found.Count))
            {
                break;
            }

            var set = Set(chosen.Select(place => candidates[place]));
            if (!found.Exists(smaller => set.Contains(smaller)) && isMatched(Voices.Approving.Or(set)))
            {
                found.Add(set);
            }
        }

        return found;
    }

    private List<Bits> Kept(IEnumerable<Bits> sets)
    {
        List<Bits> kept = [];
        foreach (var set in sets)
        {
            if (!MayGoOn(kept.Count))
            {
                break;
            }

            kept.Add(set);
        }

        return kept;
    }

    private IEnumerable<Bits> Bounded(IEnumerable<Bits> sets) => sets.TakeWhile(_ => MayGoOn(0));

    private bool MayGoOn(int found)
    {
        var may = found < MostSets && Steps < MostSteps;
        Steps++;
        IsCut |= !may;
        return may;
    }

    private Bits Set(IEnumerable<int> chosen)
    {
        var set = Bits.For(places);
        foreach (var place in chosen)
        {
            set.Add(place);
        }

        return set;
    }
}
