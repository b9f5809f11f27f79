using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>What a queue hands out: which parcels, in which order, how often, to whom, and what befalls each delivery.</summary>
internal sealed class Round
{
    private const int MostTimes = 4;

    private Round(IEnumerable<Freight> freights, IReadOnlyList<Parcel> parcels, IReadOnlyList<Delivery> deliveries) =>
        (Records, Parcels, Deliveries) = ([.. freights.SelectMany(freight => freight.Records)], parcels, deliveries);

    /// <summary>What was recorded before.</summary>
    public IReadOnlyList<EventRecord> Records { get; }

    public IReadOnlyList<Parcel> Parcels { get; }

    public IReadOnlyList<Delivery> Deliveries { get; }

    /// <summary>How many names are those of commands at several subjects.</summary>
    public int Shared => Parcels.GroupBy(parcel => parcel.Name).Count(same => same.Select(parcel => parcel.Errand.Stream).Distinct().Count() > 1);

    public static Round Of(Random dice) => Of(dice, Depot.All);

    public static Round Of(Random dice, IEnumerable<Freight> from)
    {
        var freights = from.ToArray();
        dice.Shuffle(freights);
        freights = freights[..Math.Min(freights.Length, dice.Next(10) switch { < 6 => 1, < 9 => 2, _ => 3 })];
        var (parcels, due) = (new List<Parcel>(), new List<(double At, Parcel Parcel)>());
        foreach (var freight in freights)
        {
            Load(freight, dice, parcels, due);
        }

        return new Round(freights, parcels, [.. due.OrderBy(one => one.At).Select(one => Delivery.Of(one.Parcel, dice))]);
    }

    private static void Load(Freight freight, Random dice, List<Parcel> parcels, List<(double At, Parcel Parcel)> due)
    {
        var errands = freight.Ways(dice);
        for (var at = 0; at < errands.Length && parcels.Count < 10; at++)
        {
            var parcel = new Parcel(errands[at], Depot.Named(freight.Name, at));
            parcel = parcels.Count > 0 && errands[at].Room != "booking" && dice.Next(8) == 0 ? parcel with { Name = parcels[dice.Next(parcels.Count)].Name } : parcel;
            parcels.Add(parcel);
            var times = dice.Next(8) switch { < 4 => 1, < 7 => 2, _ => dice.Next(3, MostTimes + 1) };
            for (var time = 0; time < times; time++)
            {
                due.Add((at + (dice.NextDouble() * (dice.Next(4) == 0 ? 3 : 1)) + (time * dice.NextDouble() * 3), parcel));
            }
        }
    }
}
