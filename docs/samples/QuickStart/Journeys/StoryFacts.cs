using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace QuickStart.Journeys;

/// <summary>What the files say; only how often glass was broken goes on counting while the story is played.</summary>
internal sealed class StoryFacts(FactBook book) : IFactSource
{
    public int GlassBroken { get; set; }

    public ValueTask<ChangeCalendar?> CalendarAsync(CancellationToken cancellation) => book.CalendarAsync(cancellation);

    public ValueTask<DirectorySnapshot?> DirectoryAsync(CancellationToken cancellation) => book.DirectoryAsync(cancellation);

    public ValueTask<ApprovalPolicy?> PolicyAsync(CancellationToken cancellation) => book.PolicyAsync(cancellation);

    public ValueTask<TemplateStanding?> TemplateAsync(TemplateId template, CancellationToken cancellation) => book.TemplateAsync(template, cancellation);

    public ValueTask<EmergencyStanding?> EmergencyAsync(ChangeContent content, CancellationToken cancellation) =>
        (book with { BreakGlassUses = book.BreakGlassUses + GlassBroken }).EmergencyAsync(content, cancellation);
}
