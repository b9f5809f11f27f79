using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What the commands on trains ask for.</summary>
public static class TrainNeeds
{
    /// <summary>The role whose members open trains, close and cancel departures, let them go, and make exceptions.</summary>
    public static RoleId Conductors { get; } = new("train-conductor");

    /// <summary>It is known who is a conductor (S-4).</summary>
    public static Requirement<TrainAttempt> DirectoryKnown { get; } = Need("train.directory.missing", "It is known who is a conductor.", attempt => attempt.Facts.Roles is not null)
        .CuredBy(Remedy.Do("Try again when the directory answers"));

    /// <summary>Who asks is a conductor (S-9).</summary>
    public static Requirement<TrainAttempt> Conductor { get; } = Need("train.request.not-a-conductor", "Who asks is a conductor.", attempt => attempt.IsConductor)
        .CuredBy(Remedy.Ask(Conductors, $"Ask someone who is {Conductors}"))
        .After(DirectoryKnown);

    /// <summary>The train has a title.</summary>
    public static Requirement<TrainAttempt> Title { get; } = Need("train.title.missing", "The train has a title.", attempt => !Text.IsBlank((attempt.Command as OpenTrain)?.Title))
        .CuredBy(Remedy.Do("Give the train a title"));

    /// <summary>The timetable's zone is known (S-4, S-41).</summary>
    public static Requirement<TrainAttempt> ZoneKnown { get; } = Need("train.zone.unknown", "The timetable's zone is one of the tz database.", attempt => attempt.Zone is not null)
        .Explains(attempt => Why.Because($"There is no zone '{attempt.Timetable.Zone}' in tzdb {attempt.Facts.Zones.VersionId}."))
        .CuredBy(Remedy.Do("Name an IANA zone, for example Europe/London"));

    /// <summary>The train departs some time.</summary>
    public static Requirement<TrainAttempt> DepartureAhead { get; } = Need("train.timetable.over", "The timetable has a departure whose cut-off is ahead.", attempt => attempt.Time is not null)
        .CuredBy(Remedy.Do("Give a timetable that goes on"))
        .After(ZoneKnown);

    /// <summary>The command says why.</summary>
    public static Requirement<TrainAttempt> Reason { get; } = Need("train.reason.missing", "The command says why.", attempt => !Text.IsBlank(attempt.Command.Because))
        .CuredBy(Remedy.Do("Say why, in words that will be understood later"));

    /// <summary>The departure is one of the timetable's.</summary>
    public static Requirement<TrainAttempt> DepartureKnown { get; } = Need("train.departure.unknown", "The departure is one of the timetable's.", attempt => attempt.Time is not null)
        .Explains(attempt => Why.Because(attempt.Command.Named is { } nominal ? $"Nothing departs at {TrainTime.Name(nominal)} {attempt.Timetable.Zone}." : "The timetable has no departure ahead that can be boarded.")
            .CuredBy(TrainReasons.Board(attempt)));

    /// <summary>The departure neither departed nor was canceled.</summary>
    public static Requirement<TrainAttempt> DepartureNotOver { get; } = Need("train.departure.over", "The departure neither departed nor was canceled.", attempt => attempt.Departure?.IsAhead ?? true)
        .Explains(attempt => Why.Because($"The departure {TrainTime.Name(attempt.Time!.Nominal)} {(attempt.IsGone ? "is gone" : "was canceled")}.").CuredBy(TrainReasons.Board(attempt)))
        .After(DepartureKnown);

    /// <summary>Who rides is aboard of a departure ahead.</summary>
    public static Requirement<TrainAttempt> Aboard { get; } = Need("train.passenger.not-aboard", "The passenger is aboard of a departure ahead.", attempt => attempt.Aboard is not null)
        .Explains(attempt => Why.Because($"{attempt.Command.Who} is aboard of no departure ahead."))
        .CuredBy(Remedy.Do("Board a departure, or look at the manifests"));

    /// <summary>Who rides is aboard of no other departure.</summary>
    public static Requirement<TrainAttempt> NotAboard { get; } = Need("train.passenger.aboard-another", "The passenger is aboard of no departure.", attempt => attempt.Aboard is null)
        .Explains(attempt => Why.Because($"{attempt.Command.Who} is aboard of {TrainTime.Name(attempt.Aboard!.Time.Nominal)}."))
        .CuredBy(Remedy.Do("Leave that departure first"));

    /// <summary>Who asks brought the passenger aboard, or is a conductor.</summary>
    public static Requirement<TrainAttempt> PassengerOwner { get; } = Need("train.passenger.of-another", "Who asks brought the passenger aboard, or is a conductor.", attempt => attempt.IsConductor || attempt.Booking?.By == attempt.Stamp.Actor.Voice)
        .Explains(attempt => Why.Because($"{attempt.Booking?.By} brought {attempt.Command.Who} aboard{(attempt.Facts.Roles is null ? ", and it is not known who is a conductor" : string.Empty)}.")
            .CuredBy(Remedy.Do($"Have {attempt.Booking?.By} do it"), Remedy.Ask(Conductors, $"Ask someone who is {Conductors}")))
        .After(Aboard);

    /// <summary>The cut-off is ahead, and boarding was not closed (S-55).</summary>
    public static Requirement<TrainAttempt> CutOffAhead { get; } = Need("train.boarding.over", "The cut-off is ahead.", attempt => attempt.Stamp.At < attempt.Time!.CutOff && !attempt.IsClosed)
        .Explains(TrainReasons.BoardingOver)
        .After(DepartureKnown, DepartureNotOver, Aboard);

    /// <summary>The departure has a place left.</summary>
    public static Requirement<TrainAttempt> PlaceLeft { get; } = Need("train.departure.full", "The departure has a place left.", attempt => attempt.Manifest.Count < ReleaseTrain.MostAboard)
        .CuredBy(Remedy.Do("Board the next departure"))
        .After(DepartureKnown);

    /// <summary>The cut-off is over (S-55).</summary>
    public static Requirement<TrainAttempt> CutOffPast { get; } = Need("train.cut-off.ahead", "The cut-off is over.", attempt => attempt.Stamp.At >= attempt.Time!.CutOff)
        .Explains(attempt => Why.Because($"The cut-off is at {attempt.Time!.CutOff.ToText()}, and it is {attempt.Stamp.At.ToText()}.").CuredFrom(attempt.Time.CutOff))
        .After(DepartureKnown, Aboard);

    /// <summary>It is known of everybody aboard whether they are ready (S-4).</summary>
    public static Requirement<TrainAttempt> ReadinessKnown { get; } = Need("train.readiness.unknown", "It is known of everybody aboard whether they are ready.", attempt => !TrainReasons.Unknown(attempt).Any())
        .Explains(attempt => Why.Because($"It is not known whether {string.Join(", ", TrainReasons.Unknown(attempt))} may ride."))
        .CuredBy(Remedy.Do("Try again when the changes and releases aboard can be looked up"), Remedy.Ask(Conductors, $"Ask someone who is {Conductors} to take off whoever cannot be looked up"))
        .After(DepartureKnown);

    /// <summary>The manifest is frozen (S-55).</summary>
    public static Requirement<TrainAttempt> ManifestFrozen { get; } = Need("train.manifest.open", "Boarding of the departure was closed.", attempt => attempt.IsClosed)
        .Explains(attempt => Why.Because($"Boarding of {TrainTime.Name(attempt.Time!.Nominal)} was not closed."))
        .CuredBy(Remedy.Do("Close boarding, once the cut-off is over"))
        .After(DepartureKnown, DepartureNotOver);

    /// <summary>It is time to depart.</summary>
    public static Requirement<TrainAttempt> TimeCome { get; } = Need("train.departure.ahead", "It is time to depart.", attempt => attempt.Stamp.At >= attempt.Time!.At)
        .Explains(attempt => Why.Because($"It departs at {attempt.Time!.At.ToText()}, and it is {attempt.Stamp.At.ToText()}.").CuredFrom(attempt.Time.At))
        .After(DepartureKnown);

    /// <summary>There is a later departure.</summary>
    public static Requirement<TrainAttempt> NextKnown { get; } = Need("train.departure.last", "There is a later departure.", attempt => attempt.Next is not null)
        .CuredBy(Remedy.Do("Leave the train"))
        .After(Aboard);

    /// <summary>The hotfix was not noted before.</summary>
    public static Requirement<TrainAttempt> NotNoted { get; } = Need("train.hotfix.noted-already", "The hotfix was not noted before.", attempt => attempt.Train!.Hotfixes.All(hotfix => hotfix.Release != (attempt.Command as NoteHotfix)?.Release))
        .CuredBy(Remedy.Do("Nothing to do: it is noted"));

    private static Requirement<TrainAttempt> Need(string code, string sentence, Func<TrainAttempt, bool> isMet) =>
        Requirement.For<TrainAttempt>(code).Says(sentence).IsMetWhen(isMet);
}
