using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>What someone wants done with a train: a closed family. Who and when stand in the stamp, never here (S-9).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OpenTrain), "open-train")]
[JsonDerivedType(typeof(RetimeTrain), "retime-train")]
[JsonDerivedType(typeof(BoardTrain), "board-train")]
[JsonDerivedType(typeof(LeaveTrain), "leave-train")]
[JsonDerivedType(typeof(DeferPassenger), "defer-passenger")]
[JsonDerivedType(typeof(CloseBoarding), "close-boarding")]
[JsonDerivedType(typeof(BoardLate), "board-late")]
[JsonDerivedType(typeof(TakeOffLate), "take-off-late")]
[JsonDerivedType(typeof(DepartTrain), "depart-train")]
[JsonDerivedType(typeof(CancelDeparture), "cancel-departure")]
[JsonDerivedType(typeof(NoteHotfix), "note-hotfix")]
public abstract record TrainCommand
{
    private protected TrainCommand()
    {
    }

    /// <summary>Who it is about; null when it is about nobody, or everybody.</summary>
    internal virtual TrainPassenger? Who => null;

    /// <summary>The departure that it names; null when it names none.</summary>
    internal virtual LocalDateTime? Named => null;

    /// <summary>Why; null when it need not say.</summary>
    internal virtual string? Because => null;

    /// <summary>The timetable that it brings; null when it leaves the timetable as it is.</summary>
    internal virtual TrainTimetable? Brought => null;

    /// <summary>The departure whose passengers it asks about; null when it asks about nobody.</summary>
    internal virtual TrainDeparture? Closing(ReleaseTrain? train) => null;

    /// <summary>Everything that must be met, each after those that it waits for.</summary>
    internal abstract IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt);

    /// <summary>What happens when everything is met; nothing when it is so already (S-5).</summary>
    internal abstract IEnumerable<TrainEvent> Happened(TrainAttempt attempt);
}
