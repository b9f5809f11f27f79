using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What each event does to a train.</summary>
internal static class TrainFold
{
    public static ReleaseTrain Apply(ReleaseTrain? train, TrainEvent happened)
    {
        var before = (train, happened) switch
        {
            (null, TrainOpened opened) => new ReleaseTrain(opened),
            (not null, not TrainOpened) => train,
            _ => throw new InvalidOperationException("A train's history begins with its opening, and has no other."),
        };
        return Changed(before, happened) with
        {
            LastAt = happened.Header.Stamp.At,
            Applied = before.Applied.With(happened.Header.Stamp.Command, happened.Header.Command),
        };
    }

    private static ReleaseTrain Changed(ReleaseTrain train, TrainEvent happened) => happened switch
    {
        TrainRetimed it => train with { Timetable = it.Timetable },
        PassengerBoarded it => On(train, it.Time, departure => departure with { Manifest = departure.Manifest.With(it.Booking) }),
        PassengerLeft it => On(train, it.Time, departure => departure.Without(it.Passenger)),
        PassengerDeferred it => Deferred(train, it),
        BoardingClosed it => On(train, it.Time, departure => departure with { Stage = TrainDepartureStage.Closed }),
        TrainDeparted it => On(train, it.Time, departure => departure with { Stage = TrainDepartureStage.Departed }),
        DepartureCanceled it => On(train, it.Time, departure => departure with { Stage = TrainDepartureStage.Canceled }),
        HotfixNoted it => train with { Hotfixes = train.Hotfixes.With(it.Hotfix) },
        _ => train,
    };

    // Who brought it aboard stays; an exception was for the departure that goes without.
    private static ReleaseTrain Deferred(ReleaseTrain train, PassengerDeferred it)
    {
        var by = train.Find(it.Time.Nominal)?.Find(it.Passenger)?.By ?? it.Header.Stamp.Actor.Voice;
        var without = On(train, it.Time, departure => departure.Without(it.Passenger));
        return it.To is null ? without : On(without, it.To, departure => departure with { Manifest = departure.Manifest.With(new TrainBooking(it.Passenger, by, null)) });
    }

    private static ReleaseTrain On(ReleaseTrain train, TrainTime time, Func<TrainDeparture, TrainDeparture> change) => train with
    {
        Departures = train.Departures.Where(departure => departure.Time.Nominal != time.Nominal)
            .Append(change(train.Find(time.Nominal) ?? new TrainDeparture(time, TrainDepartureStage.Boarding, [])))
            .OrderBy(departure => departure.Time.At)
            .ThenBy(departure => departure.Time.Nominal)
            .ToValueList(),
    };
}
