using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <content>Several targets at once, each decided by itself.</content>
public sealed partial class ChangeCalendar
{
    /// <summary>Says for each target whether an instant is open for it, as <see cref="At"/> does for all (S-48).</summary>
    /// <param name="now">The instant; cut to the microsecond.</param>
    /// <param name="question">For what.</param>
    /// <param name="horizon">How far to look for what comes next; <see cref="OrdinaryHorizon"/> when null.</param>
    /// <returns>The answers, in the order of the targets.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is shorter than a microsecond, or ends after all time.</exception>
    public ValueList<TargetAvailability> AtEach(Instant now, CalendarQuestion question, Duration? horizon = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Targets.Distinct().Select(target => new TargetAvailability(target, At(now, question.About(target), horizon))).ToValueList();
    }

    /// <summary>Says for each target what speaks for and against a slot, as <see cref="Judge"/> does for all (S-48).</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="question">For what.</param>
    /// <returns>The judgements, in the order of the targets.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ValueList<TargetJudgement> JudgeEach(Slot slot, CalendarQuestion question)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(question);
        return question.Targets.Distinct().Select(target => new TargetJudgement(target, Judge(slot, question.About(target)))).ToValueList();
    }

    /// <summary>Finds for each target its earliest slot, as <see cref="EarliestSlot"/> does one for all (S-48).</summary>
    /// <param name="request">What is needed, and where to look.</param>
    /// <returns>The searches, in the order of the targets.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public ValueList<TargetSearch> EarliestSlotForEach(SlotRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Question.Targets.Distinct().Select(target => new TargetSearch(target, EarliestSlot(request.About(target)))).ToValueList();
    }
}
