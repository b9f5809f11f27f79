using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What happened to a train: a closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TrainOpened), "train-opened")]
[JsonDerivedType(typeof(TrainRetimed), "train-retimed")]
[JsonDerivedType(typeof(PassengerBoarded), "passenger-boarded")]
[JsonDerivedType(typeof(PassengerLeft), "passenger-left")]
[JsonDerivedType(typeof(PassengerDeferred), "passenger-deferred")]
[JsonDerivedType(typeof(BoardingClosed), "boarding-closed")]
[JsonDerivedType(typeof(TrainDeparted), "train-departed")]
[JsonDerivedType(typeof(DepartureCanceled), "departure-canceled")]
[JsonDerivedType(typeof(HotfixNoted), "hotfix-noted")]
public abstract record TrainEvent
{
    private protected TrainEvent(TrainHeader header) => Header = header;

    /// <summary>When, who, as which command, and on what it was decided.</summary>
    public TrainHeader Header { get; }
}

/// <summary>A train was opened.</summary>
/// <param name="Header">When, who, as which command, and on what it was decided.</param>
/// <param name="Id">What it is called in records.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Timetable">When it departs.</param>
public sealed record TrainOpened(TrainHeader Header, TrainId Id, string Title, TrainTimetable Timetable)
    : TrainEvent(Header);

/// <summary>A train got another timetable.</summary>
/// <param name="Header">When, who, as which command, and on what it was decided.</param>
/// <param name="Timetable">When it departs from now on.</param>
/// <param name="Reason">Why.</param>
public sealed record TrainRetimed(TrainHeader Header, TrainTimetable Timetable, string Reason)
    : TrainEvent(Header);

/// <summary>Somebody came aboard.</summary>
/// <param name="Header">When, who, as which command, and on what it was decided.</param>
/// <param name="Time">The departure, with its instants, which it keeps from now on.</param>
/// <param name="Booking">The place aboard.</param>
public sealed record PassengerBoarded(TrainHeader Header, TrainTime Time, TrainBooking Booking)
    : TrainEvent(Header);

/// <summary>Somebody left for good.</summary>
/// <param name="Header">When, who, as which command, and on what it was decided.</param>
/// <param name="Time">The departure.</param>
/// <param name="Passenger">Who left.</param>
/// <param name="Reason">Why.</param>
public sealed record PassengerLeft(TrainHeader Header, TrainTime Time, TrainPassenger Passenger, string Reason)
    : TrainEvent(Header);

/// <summary>Somebody was put off to a later departure.</summary>
/// <param name="Header">When, who, as which command, and on what it was decided.</param>
/// <param name="Time">The departure that goes without.</param>
/// <param name="To">The departure that it is aboard now; null when the timetable has none any more, and it is aboard of none.</param>
/// <param name="Passenger">Who was put off.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsAutomatic">Whether that came of the cut-off or of a canceled departure, and was nobody's wish.</param>
public sealed record PassengerDeferred(TrainHeader Header, TrainTime Time, TrainTime? To, TrainPassenger Passenger, string Reason, bool IsAutomatic)
    : TrainEvent(Header);

/// <summary>The manifest of a departure was frozen.</summary>
/// <param name="Header">When, who, as which command, and on what it was decided.</param>
/// <param name="Time">The departure.</param>
public sealed record BoardingClosed(TrainHeader Header, TrainTime Time)
    : TrainEvent(Header);

/// <summary>A departure is gone.</summary>
/// <param name="Header">When, who, as which command, and on what it was decided.</param>
/// <param name="Time">The departure.</param>
/// <param name="Aboard">Who was aboard, in the order of boarding.</param>
public sealed record TrainDeparted(TrainHeader Header, TrainTime Time, ValueList<TrainPassenger> Aboard)
    : TrainEvent(Header);

/// <summary>A departure does not take place; a deferral follows for everybody who was aboard.</summary>
/// <param name="Header">When, who, as which command, and on what it was decided.</param>
/// <param name="Time">The departure.</param>
/// <param name="Reason">Why.</param>
public sealed record DepartureCanceled(TrainHeader Header, TrainTime Time, string Reason)
    : TrainEvent(Header);

/// <summary>A release went beside the train.</summary>
/// <param name="Header">When, who, as which command, and on what it was decided.</param>
/// <param name="Hotfix">The release, whom it overtook, and why.</param>
public sealed record HotfixNoted(TrainHeader Header, TrainHotfix Hotfix)
    : TrainEvent(Header);
