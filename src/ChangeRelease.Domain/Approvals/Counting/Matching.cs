namespace ChangeRelease.Domain.Approvals;

/// <summary>Gives each person to one demand, so that as many places as can be are filled (augmenting paths).</summary>
internal sealed class Matching
{
    private const int Free = -1;

    private readonly IReadOnlyList<Bits> _seats;
    private readonly int[] _seatOf;
    private Bits _tried;

    private Matching(IReadOnlyList<Bits> seats)
    {
        (_seats, _seatOf) = (seats, new int[seats[0].Room]);
        Array.Fill(_seatOf, Free);
    }

    /// <summary>Whether every place of every demand is filled by a person of its own.</summary>
    public static bool Fills(IReadOnlyList<PeopleDemand> demands, Bits approving) => FilledBeside(demands, [], approving) is not null;

    /// <summary>How many demands of one place can be filled beside others that must be filled whole; null when those cannot. A place once filled stays filled.</summary>
    public static int? FilledBeside(IReadOnlyList<PeopleDemand> whole, IReadOnlyList<PeopleDemand> single, Bits approving)
    {
        foreach (var demand in whole)
        {
            if (!demand.IsSatisfied(new Voices(approving, default)))
            {
                return null;
            }
        }

        if (whole.Count + single.Count < 2)
        {
            return single.Count(demand => demand.People.Overlaps(approving));
        }

        var (first, then) = (Seats(whole, approving), Seats(single, approving));
        var matching = new Matching([.. first, .. then]);
        return Enumerable.Range(0, first.Count).All(matching.Seated) ? Enumerable.Range(first.Count, then.Count).Count(matching.Seated) : null;
    }

    private static List<Bits> Seats(IReadOnlyList<PeopleDemand> demands, Bits approving) =>
        [.. demands.SelectMany(demand => Enumerable.Repeat(demand.People.And(approving), demand.Need))];

    private bool Seated(int seat)
    {
        _tried = Bits.For(_seatOf.Length);
        return Fill(seat);
    }

    private bool Fill(int seat)
    {
        for (var person = _seats[seat].Next(0); person >= 0; person = _seats[seat].Next(person + 1))
        {
            if (!_tried.Has(person) && Take(person, seat))
            {
                return true;
            }
        }

        return false;
    }

    private bool Take(int person, int seat)
    {
        _tried.Add(person);
        if (_seatOf[person] != Free && !Fill(_seatOf[person]))
        {
            return false;
        }

        _seatOf[person] = seat;
        return true;
    }
}
