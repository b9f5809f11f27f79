using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>One command on one train with its facts: what requirements judge.</summary>
public sealed class TrainAttempt
{
    private readonly Lazy<TrainTime?> _time;
    private readonly Lazy<TrainTime?> _next;

    /// <summary>Brings the three together.</summary>
    /// <param name="train">The train as it is; null before it is opened.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> or <paramref name="facts"/> is null.</exception>
    public TrainAttempt(ReleaseTrain? train, TrainCommand command, TrainFacts facts)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        (Train, Command, Facts) = (train, command, facts);
        _time = new Lazy<TrainTime?>(FindTime);
        _next = new Lazy<TrainTime?>(() => Time is { } time ? BoardableAfter(time.Nominal) : null);
    }

    /// <summary>The train as it is; null before it is opened.</summary>
    public ReleaseTrain? Train { get; }

    /// <summary>What is attempted.</summary>
    public TrainCommand Command { get; }

    /// <summary>What is known.</summary>
    public TrainFacts Facts { get; }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp => Facts.Stamp;

    /// <summary>The departure that it is about: the one that is named, the one that the passenger is aboard, or the next one to board; null when there is none.</summary>
    public TrainTime? Time => _time.Value;

    /// <summary>The next departure after that one that can be boarded; null when there is none.</summary>
    public TrainTime? Next => _next.Value;

    /// <summary>Whether who asks runs trains.</summary>
    public bool IsConductor => Facts.Roles?.Contains(TrainNeeds.Conductors) ?? false;

    internal TrainHeader Header => new(Stamp, TrainJson.DigestOf(Command), Facts.Basis);

    internal TrainTimetable Timetable => Command.Brought ?? Train!.Timetable;

    internal DateTimeZone? Zone => Facts.Zones.GetZoneOrNull(Timetable.Zone);

    internal TrainDeparture? Departure => Time is { } time ? Train?.Find(time.Nominal) : null;

    internal ValueList<TrainBooking> Manifest => Departure?.Manifest ?? [];

    internal TrainDeparture? Aboard => Command.Who is { } who ? Train?.Carrying(who) : null;

    internal TrainBooking? Booking => Command.Who is { } who ? Aboard?.Find(who) : null;

    internal bool IsAboardThere => Time is { } time && Aboard?.Time.Nominal == time.Nominal;

    internal bool IsClosed => Departure?.Stage == TrainDepartureStage.Closed;

    internal bool IsGone => Departure?.Stage == TrainDepartureStage.Departed;

    internal IEnumerable<PassengerReadiness> NotReady => Manifest
        .Select(booking => Facts.Readiness!.First(one => one.Passenger == booking.Passenger))
        .Where(one => !one.IsReady);

    internal ValueList<LocalDateTime> Overtaken => Train!.Departures.Where(departure => departure.IsAhead && departure.Manifest.Count > 0).Select(departure => departure.Time.Nominal).ToValueList();

    internal TrainTime? Soonest => BoardableAfter(null);

    internal PassengerDeferred Deferral(TrainPassenger passenger, string reason, bool isAutomatic) => new(Header, Time!, Next, passenger, reason, isAutomatic);

    private TrainTime? FindTime() => Command switch
    {
        { Named: { } nominal } => Train?.Find(nominal)?.Time ?? Timetable.Find(nominal, Facts.Zones),
        OpenTrain or RetimeTrain or BoardTrain => Soonest,
        _ => Aboard?.Time,
    };

    // What was canceled or closed early is passed over; there are never more of those than departures on which something happened.
    private TrainTime? BoardableAfter(LocalDateTime? nominal) => Zone is not { } zone ? null : Timetable.Ahead(Stamp.At, nominal, zone)
        .Take((Train?.Departures.Count ?? 0) + 1)
        .Where(time => Train?.Find(time.Nominal) is not { } known || (known.Stage == TrainDepartureStage.Boarding && known.Time.CutOff > Stamp.At))
        .Select(time => Train?.Find(time.Nominal)?.Time ?? time)
        .FirstOrDefault();
}
