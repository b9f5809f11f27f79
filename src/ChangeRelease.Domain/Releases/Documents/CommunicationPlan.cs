using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Who is told what of a release, when, by whom and on which way.</summary>
/// <param name="Window">When the release goes out; null when that is open.</param>
/// <param name="Audiences">Who is to be told, before it begins and when it is over.</param>
/// <param name="Messages">What they are told.</param>
public sealed record CommunicationPlan(Slot? Window, ValueList<string> Audiences, ValueList<PlannedMessage> Messages)
{
    /// <summary>Who is to be told, in Unicode normal form C.</summary>
    public ValueList<string> Audiences { get; init => field = Canonical(value); } = Canonical(Audiences);

    /// <summary>Says everything that is missing.</summary>
    /// <returns>A refusal for each; empty when the plan is complete.</returns>
    public ValueList<Refusal> WhatIsMissing() => Unmet.Of(this, ReleaseDocumentNeeds.OfCommunicationPlan);

    private static ValueList<string> Canonical(ValueList<string> audiences) => audiences.Select(audience => Text.Canonical(audience, nameof(Audiences))).ToValueList();
}
