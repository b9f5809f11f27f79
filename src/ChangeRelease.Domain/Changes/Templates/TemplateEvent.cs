using System.Text.Json.Serialization;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What happened to a template: a closed family, each with the header that every event carries (S-6).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TemplateProposed), "template-proposed")]
[JsonDerivedType(typeof(TemplateAmended), "template-amended")]
[JsonDerivedType(typeof(TemplateSubmitted), "template-submitted")]
[JsonDerivedType(typeof(TemplateVoteCast), "template-vote-cast")]
[JsonDerivedType(typeof(TemplateVoteWithdrawn), "template-vote-withdrawn")]
[JsonDerivedType(typeof(TemplatePublished), "template-published")]
[JsonDerivedType(typeof(TemplateRejected), "template-rejected")]
[JsonDerivedType(typeof(TemplateRevised), "template-revised")]
[JsonDerivedType(typeof(TemplateVersionDiscarded), "template-version-discarded")]
[JsonDerivedType(typeof(TemplateSuspended), "template-suspended")]
[JsonDerivedType(typeof(TemplateReinstated), "template-reinstated")]
[JsonDerivedType(typeof(TemplateRetired), "template-retired")]
[JsonDerivedType(typeof(TemplateActedOn), "template-acted-on")]
[JsonDerivedType(typeof(TemplateUseHeld), "template-use-held")]
[JsonDerivedType(typeof(TemplateUseConfirmed), "template-use-confirmed")]
[JsonDerivedType(typeof(TemplateUseReturned), "template-use-returned")]
[JsonDerivedType(typeof(TemplateResultReported), "template-result-reported")]
public abstract record TemplateEvent
{
    private protected TemplateEvent(EventHeader header) => Header = header;

    /// <summary>When, who, the state it led to, and what was looked at.</summary>
    public EventHeader Header { get; }
}

/// <summary>A template was proposed under a template model (S-13).</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Id">The template.</param>
/// <param name="Model">The definition it was proposed under.</param>
/// <param name="Content">What its first version says.</param>
public sealed record TemplateProposed(EventHeader Header, TemplateId Id, LifecycleRef Model, TemplateContent Content)
    : TemplateEvent(Header);

/// <summary>The version that is being worked on was edited.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Fields">The fields that differ.</param>
/// <param name="IsMaterial">Whether votes are void.</param>
public sealed record TemplateAmended(EventHeader Header, TemplateContent Content, ValueList<string> Fields, bool IsMaterial)
    : TemplateEvent(Header);

/// <summary>The version that was being written was handed in.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record TemplateSubmitted(EventHeader Header)
    : TemplateEvent(Header);

/// <summary>Someone voted.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Vote">The vote.</param>
public sealed record TemplateVoteCast(EventHeader Header, Vote Vote)
    : TemplateEvent(Header);

/// <summary>Someone took a vote back.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Voter">Whose vote.</param>
public sealed record TemplateVoteWithdrawn(EventHeader Header, ActorId Voter)
    : TemplateEvent(Header);

/// <summary>A version was put in force; it takes the place of the one before.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Number">The number of the version.</param>
/// <param name="Expires">The first instant at which it no longer authorizes.</param>
/// <param name="Approvers">Whose approvals counted.</param>
public sealed record TemplatePublished(EventHeader Header, int Number, Instant Expires, ValueList<ActorId> Approvers)
    : TemplateEvent(Header);

/// <summary>The version was turned down.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record TemplateRejected(EventHeader Header, string Reason)
    : TemplateEvent(Header);

/// <summary>A new version was begun.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Content">What it says.</param>
public sealed record TemplateRevised(EventHeader Header, TemplateContent Content)
    : TemplateEvent(Header);

/// <summary>The version that was being worked on was given up.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record TemplateVersionDiscarded(EventHeader Header, string Reason)
    : TemplateEvent(Header);

/// <summary>What was in force was taken out of force.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record TemplateSuspended(EventHeader Header, string Reason)
    : TemplateEvent(Header);

/// <summary>What was suspended was put back in force.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record TemplateReinstated(EventHeader Header, string Reason)
    : TemplateEvent(Header);

/// <summary>The template was ended.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record TemplateRetired(EventHeader Header, string Reason)
    : TemplateEvent(Header);

/// <summary>A trigger of the host's own was taken.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="Arguments">The values given for its parameters.</param>
public sealed record TemplateActedOn(EventHeader Header, Trigger Trigger, Arguments Arguments)
    : TemplateEvent(Header);
