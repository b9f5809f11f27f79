using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the triggers of the built-in change models take; each is a field of the typed command (S-7).</summary>
public static class ChangeParameters
{
    /// <summary>Why.</summary>
    public static Parameter<string> Reason { get; } = Parameter.Text("reason", "Why, in words that will be understood later.");

    /// <summary>What a vote has to say, if anything.</summary>
    public static Parameter<string> Remark { get; } = Parameter.Text("reason", "Why the vote is as it is.").Optional();

    /// <summary>A note.</summary>
    public static Parameter<string> Note { get; } = Parameter.Text("note", "The note.");

    /// <summary>Which task.</summary>
    public static Parameter<string> Name { get; } = Parameter.Text("name", "Which task of the plan was done.");

    /// <summary>What shows it.</summary>
    public static Parameter<string> Evidence { get; } = Parameter.Text("evidence", "What shows that it was done.").Optional();

    /// <summary>How much the change touches.</summary>
    public static Parameter<Grade> Impact { get; } = Parameter.Choice<Grade>("impact", "How much the change touches.");

    /// <summary>How likely it goes wrong, and how badly.</summary>
    public static Parameter<Grade> Risk { get; } = Parameter.Choice<Grade>("risk", "How likely the change goes wrong, and how badly.");

    /// <summary>How likely something goes wrong.</summary>
    public static Parameter<Grade> Likelihood { get; } = Parameter.Choice<Grade>("likelihood", "How likely something goes wrong, where the scheme asks for it.").Optional();

    /// <summary>The answers to the questions of the scheme.</summary>
    public static Parameter<ValueList<Answer>> Answers { get; } =
        Parameter.Structure("answers", "The answers to the questions of the scheme, each with its question and the choice taken.", ChangeJson.Answers).Optional();

    /// <summary>How the people stand whom the change reaches.</summary>
    public static Parameter<OrganizationalScores> Organization { get; } =
        Parameter.Structure("organization", "Resistance, readiness and training, each from 1 to 5, where the scheme grades them.", ChangeJson.Organization).Optional();

    /// <summary>What an assessment is founded on.</summary>
    public static Parameter<string> Reasoning { get; } = Parameter.Text("reasoning", "What the assessment is founded on.");

    /// <summary>When the change may be made.</summary>
    public static Parameter<ValueList<Slot>> AcceptableTimes { get; } =
        Parameter.Structure("acceptableTimes", "When the change may be made; an empty list keeps the times proposed before.", ChangeJson.Slots);

    /// <summary>Until when it is put off.</summary>
    public static Parameter<Instant> Until { get; } = Parameter.Instant("until", "The first instant at which anybody may resume the change.");

    /// <summary>What a vote says.</summary>
    public static Parameter<VoteChoice> Choice { get; } = Parameter.Choice<VoteChoice>("choice", "What the vote says.");

    /// <summary>The content that a voter saw.</summary>
    public static Parameter<Digest> Seen { get; } = Parameter.Digest("seen", "The digest of the content that the voter saw.");

    /// <summary>Whose vote is carried over.</summary>
    public static Parameter<ActorId> Voter { get; } = Parameter.Named("voter", "Whose voided vote is to stand for the present content.", text => new ActorId(text));

    /// <summary>Whose voice a vote uses, by delegation.</summary>
    public static Parameter<ActorId> OnBehalfOf { get; } =
        Parameter.Named("onBehalfOf", "Whose voice the vote uses, by delegation; the voter's own when left out.", text => new ActorId(text)).Optional();

    /// <summary>The board that decides.</summary>
    public static Parameter<BoardId> Board { get; } = Parameter.Named("board", "The board that decides.", text => new BoardId(text));

    /// <summary>Who attended when a board decided.</summary>
    public static Parameter<ValueList<ActorId>> Attendance { get; } =
        Parameter.Structure("attendance", "Who attended when the board decided; who had a hand in it does not count.", ChangeJson.People);

    /// <summary>The slots asked for.</summary>
    public static Parameter<ValueList<Slot>> Slots { get; } =
        Parameter.Structure(SlotNeedsParameters.Slots, "The slots in order, one a stage; an empty list for a change that rides on a release.", ChangeJson.Slots);

    /// <summary>The release to ride on.</summary>
    public static Parameter<ReleaseId> Aboard { get; } =
        Parameter.Named(SlotNeedsParameters.Aboard, "The release whose booking the change rides on.", text => new ReleaseId(text)).Optional();

    /// <summary>Which freeze.</summary>
    public static Parameter<RuleId> Freeze { get; } = Parameter.Named("freeze", "The freeze to override.", text => new RuleId(text));

    /// <summary>Which occurrence of a freeze.</summary>
    public static Parameter<Instant> At { get; } = Parameter.Instant("at", "An instant within the occurrence of the freeze that is meant.");

    /// <summary>Which permit.</summary>
    public static Parameter<Digest> Permit { get; } = Parameter.Digest("permit", "The digest of the permit.");

    /// <summary>How far the work under a permit has come.</summary>
    public static Parameter<PermitProgress> Progress { get; } = Parameter.Choice<PermitProgress>("progress", "How far the work under the permit has come.");

    /// <summary>What a report has to say, if anything.</summary>
    public static Parameter<string> ReportRemark { get; } = Parameter.Text("remark", "What there is to say of the work.").Optional();

    /// <summary>What the review found.</summary>
    public static Parameter<ReviewOutcome> Outcome { get; } = Parameter.Choice<ReviewOutcome>("outcome", "What the review found.");

    /// <summary>What is to be learned.</summary>
    public static Parameter<string> Findings { get; } = Parameter.Text("findings", "What is to be learned.").Optional();

    /// <summary>How bad an incident the change caused.</summary>
    public static Parameter<Grade> Incident { get; } = Parameter.Choice<Grade>("incident", "The severity of the worst incident that the change caused, if any.").Optional();

    /// <summary>The change that reversed a repudiated one.</summary>
    public static Parameter<ChangeId> Reversal { get; } =
        Parameter.Named("reversal", "The closed change that reversed a repudiated one.", text => new ChangeId(text)).Optional();

    /// <summary>Why a repudiated change stays.</summary>
    public static Parameter<string> Acceptance { get; } = Parameter.Text("acceptance", "Why a repudiated change stays as it is.").Optional();

    /// <summary>The content from now on.</summary>
    public static Parameter<ChangeContent> Content { get; } = Parameter.Structure("content", "What the change says from now on, whole.", ChangeJson.Content);

    /// <summary>The other change model.</summary>
    public static Parameter<string> Model { get; } = Parameter.Text("model", "The id of the other change model.");
}
