using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Decides on meetings of boards: the one evaluator behind asking, doing and dry runs (S-1). Pure (S-2).</summary>
public static class MeetingDecider
{
    /// <summary>Decides on a command.</summary>
    /// <param name="meeting">The meeting as it is; null when it does not exist yet.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <returns>The events, none when the command had already taken effect (S-5), or every refusal.</returns>
    public static Decision<MeetingEvent> Decide(BoardMeeting? meeting, MeetingCommand command, MeetingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        return DecidePlain(meeting, MeetingForms.Plain(command), facts);
    }

    /// <summary>Asks what may be done with a meeting now, and why the rest may not (S-7).</summary>
    /// <param name="meeting">The meeting as it is.</param>
    /// <param name="facts">What is known; the stamp says who asks, and when.</param>
    /// <returns>A prospect for each trigger of the meeting's model; null when that model is not known.</returns>
    public static Prospects? Ask(BoardMeeting meeting, MeetingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(facts);
        var prospects = Model(meeting, facts) is { } model
            ? model.Lifecycle.Ask(meeting.Status, meeting.Version, trigger => new MeetingAttempt(meeting, new ActOnMeeting(trigger), facts, model))
            : null;
        return facts.Stamp.At < meeting.LastAt ? prospects?.Refusing(MeetingRefusals.Before.TimeRunsBackwards(meeting.LastAt, facts.Stamp)) : prospects;
    }

    private static Decision<MeetingEvent> DecidePlain(BoardMeeting? meeting, MeetingCommand command, MeetingFacts facts) => meeting switch
    {
        null => command is PlanMeeting plan ? Plan(plan, facts) : Decision.Refuse<MeetingEvent>(MeetingRefusals.Before.Missing(command.Trigger)),
        _ when meeting.Applied.ContentOf(facts.Stamp.Command) is { } said => Repeated(meeting, said, command, facts),
        _ when command is PlanMeeting => Decision.Refuse<MeetingEvent>(MeetingRefusals.Before.Exists(meeting.Id, meeting.Status)),
        _ when facts.Stamp.At < meeting.LastAt => Decision.Refuse<MeetingEvent>(MeetingRefusals.Before.TimeRunsBackwards(meeting.LastAt, facts.Stamp)),
        _ when Model(meeting, facts) is { } model => Take(new MeetingAttempt(meeting, command, facts, model)),
        _ => Decision.Refuse<MeetingEvent>(MeetingRefusals.Before.ModelUnknown(meeting.Model)),
    };

    private static MeetingModel? Model(BoardMeeting meeting, MeetingFacts facts) =>
        facts.Models.FirstOrDefault(model => model.Lifecycle.Reference == meeting.Model);

    private static Decision<MeetingEvent> Take(MeetingAttempt attempt)
    {
        var (lifecycle, status) = (attempt.Model.Lifecycle, attempt.Meeting.Status);
        var verdict = attempt.Command is ActOnMeeting act
            ? lifecycle.Take(status, act.Act, attempt, act.Arguments)
            : lifecycle.Take(status, attempt.Command.Trigger!, attempt);
        return verdict.Destination is { } destination
            ? Decision.Accept(attempt.Command.Happened(attempt, Header(attempt.Facts, attempt.Command, destination, MeetingJson.DigestOf(attempt.AgendaAfter))))
            : Decision.Refuse<MeetingEvent>(verdict.Refusals);
    }

    private static Decision<MeetingEvent> Plan(PlanMeeting plan, MeetingFacts facts)
    {
        var model = facts.Models[^1];
        var header = Header(facts, plan, model.Lifecycle.Description.Start, MeetingJson.DigestOf(MeetingAgenda.Empty));
        var planned = new MeetingPlanned(header, plan.Id, model.Lifecycle.Reference, plan.Board, plan.Slot, plan.CutOff?.ToMicroseconds());
        var refusals = Unmet.Of(new MeetingAttempt(BoardMeeting.Fold(null, planned), plan, facts, model), MeetingNeeds.Recording);
        return refusals.Count == 0 ? Decision.Accept<MeetingEvent>(planned) : Decision.Refuse<MeetingEvent>(refusals);
    }

    private static Decision<MeetingEvent> Repeated(BoardMeeting meeting, Digest said, MeetingCommand command, MeetingFacts facts) =>
        said != MeetingJson.DigestOf(command) ? Decision.Refuse<MeetingEvent>(MeetingRefusals.Before.Reused(facts.Stamp.Command))
        : meeting.Returned.Any(ruling => ruling.Stamp.Command == facts.Stamp.Command) ? Decision.Refuse<MeetingEvent>(MeetingRefusals.Returned(facts.Stamp.Command))
        : Decision.Accept<MeetingEvent>();

    private static EventHeader Header(MeetingFacts facts, MeetingCommand command, State status, Digest content) =>
        new(facts.Stamp, status, content, MeetingJson.DigestOf(command), facts.Basis);
}
