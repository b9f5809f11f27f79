using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>One message of a communication plan.</summary>
/// <param name="Audience">Who is told.</param>
/// <param name="Channel">On which way, for example mail or status page; null when that is open.</param>
/// <param name="At">When; null when that is open.</param>
/// <param name="Sender">Who tells; null when that is open.</param>
/// <param name="Text">What is told; null when that is open.</param>
public sealed record PlannedMessage(string Audience, string? Channel, Instant? At, ActorId? Sender, string? Text)
{
    /// <summary>Who is told, in Unicode normal form C.</summary>
    public string Audience { get; init => field = Foundation.Text.Canonical(value, nameof(Audience)); } = Foundation.Text.Canonical(Audience, nameof(Audience));

    /// <summary>On which way, in Unicode normal form C; null when that is open.</summary>
    public string? Channel { get; init => field = value is null ? null : Foundation.Text.Canonical(value, nameof(Channel)); } = Channel is null ? null : Foundation.Text.Canonical(Channel, nameof(Channel));

    /// <summary>What is told, in Unicode normal form C; null when that is open.</summary>
    public string? Text { get; init => field = value is null ? null : Foundation.Text.Canonical(value, nameof(Text)); } = Text is null ? null : Foundation.Text.Canonical(Text, nameof(Text));
}
