using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Proposes a template; whoever acts is its proposer.</summary>
/// <param name="Id">The template's name; it must be new.</param>
/// <param name="Content">What the template says; it may be incomplete until it is submitted.</param>
public sealed record ProposeTemplate(TemplateId Id, TemplateContent Content) : TemplateCommand
{
    private protected override Trigger? Takes => null;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) =>
        throw new InvalidOperationException("A template is proposed before there is anything to attempt.");
}

/// <summary>Edits the version that is being worked on. A material edit voids its votes (S-23).</summary>
/// <param name="Content">What the version says from now on, whole.</param>
public sealed record AmendTemplate(TemplateContent Content) : TemplateCommand
{
    private protected override Trigger Takes => TemplateTriggers.Amend;

    internal override TemplateContent ContentAfter(ChangeTemplate template) => Content;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplateAmended(
        header,
        Content,
        TemplateFields.Changed(attempt.Template.Content, Content),
        TemplateFields.IsMaterial(attempt.Template.Content, Content));
}

/// <summary>Hands in the version that is being written.</summary>
public sealed record SubmitTemplate : TemplateCommand
{
    private protected override Trigger Takes => TemplateTriggers.Submit;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplateSubmitted(header);
}

/// <summary>Begins a new version, while the one before stays in force until this one is published.</summary>
/// <param name="Content">What the new version says, whole; it may be incomplete until it is submitted.</param>
public sealed record ReviseTemplate(TemplateContent Content) : TemplateCommand
{
    private protected override Trigger Takes => TemplateTriggers.Revise;

    internal override TemplateContent ContentAfter(ChangeTemplate template) => Content;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplateRevised(header, Content);
}

/// <summary>Gives up the version that is being worked on; a template without a published one ends with it.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record DiscardTemplateVersion(string Reason) : TemplateCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => TemplateTriggers.Discard;

    internal override string Because => Reason;

    internal override TemplateContent ContentAfter(ChangeTemplate template) => template.Latest?.Content ?? template.Content;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplateVersionDiscarded(header, Reason);
}
