using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>A use was taken for a change that is being submitted, until it is confirmed or expires.</summary>
/// <param name="Header">When, who, the state it left as it was, and what was looked at.</param>
/// <param name="Use">The use.</param>
public sealed record TemplateUseHeld(EventHeader Header, TemplateUse Use)
    : TemplateEvent(Header);

/// <summary>The change has taken its use up.</summary>
/// <param name="Header">When, who, the state it left as it was, and what was looked at.</param>
/// <param name="Change">The change.</param>
/// <param name="Version">The version of the change's own history that takes the use up.</param>
public sealed record TemplateUseConfirmed(EventHeader Header, ChangeId Change, long Version)
    : TemplateEvent(Header);

/// <summary>The change gave its uses back, but for those that a later version of it asks for.</summary>
/// <param name="Header">When, who, the state it left as it was, and what was looked at.</param>
/// <param name="Change">The change.</param>
/// <param name="Version">The version of the change's own history that has no use for them.</param>
public sealed record TemplateUseReturned(EventHeader Header, ChangeId Change, long Version)
    : TemplateEvent(Header);

/// <summary>The change is over; its use is spent, and how it went counts.</summary>
/// <param name="Header">When, who, the state it left as it was, and what was looked at.</param>
/// <param name="Number">The version of the template that it was made under.</param>
/// <param name="Result">How it went.</param>
public sealed record TemplateResultReported(EventHeader Header, int Number, TemplateResult Result)
    : TemplateEvent(Header);
