using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application hands in commands on templates. Uses are taken and given back at the <see cref="ChangeDesk"/>, by changes.</summary>
public sealed class TemplateDesk : Desk<TemplateId, ChangeTemplate, TemplateCommand, TemplateEvent>
{
    private readonly ValueList<TemplateModel> _models;

    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="facts">Where everything else is known.</param>
    /// <param name="clock">What time it is; decisions themselves read no clock (S-2).</param>
    /// <param name="settings">What the host settled once.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TemplateDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
        : base(store, facts, clock, settings)
    {
        _models = settings.TemplateModels;
        Journal = new Journal<ChangeTemplate, TemplateEvent>(store, Streams.Templates);
        Book = new AttemptBook<TemplateCommand>(settings.AttemptLog, TemplateJson.Write);
    }

    private protected override Journal<ChangeTemplate, TemplateEvent> Journal { get; }

    private protected override AttemptBook<TemplateCommand> Book { get; }

    private protected override StreamId StreamOf(TemplateId id) => Streams.Of(Tenant, id);

    private protected override Claim ClaimOf(TemplateId id, ChangeTemplate? subject) => new(Streams.Holder(StreamOf(id)), [], [], subject?.Version ?? 0);

    private protected override TemplateId? Opened(TemplateCommand command) => (command as ProposeTemplate)?.Id;

    private protected override bool AsksForSlots(TemplateCommand command) => false;

    private protected override ValueTask<SlotRequest?> SearchAsync(ChangeTemplate subject, Instant notBefore, Instant until, CancellationToken cancellation) => new((SlotRequest?)null);

    private protected override async ValueTask<Decision<TemplateEvent>> DecideAsync(
        ChangeTemplate? subject, TemplateCommand command, Surroundings around, CancellationToken cancellation)
    {
        var plain = TemplateForms.Plain(command);
        return TemplateDecider.Decide(subject, plain, await FactsAsync(subject, plain, around, cancellation).ConfigureAwait(false));
    }

    private protected override async ValueTask<Prospects?> ProspectsAsync(ChangeTemplate subject, Surroundings around, CancellationToken cancellation) =>
        TemplateDecider.Ask(subject, await FactsAsync(subject, null, around, cancellation).ConfigureAwait(false));

    private async ValueTask<TemplateFacts> FactsAsync(ChangeTemplate? subject, TemplateCommand? command, Surroundings around, CancellationToken cancellation) =>
        new(around.Stamp, _models)
        {
            Directory = await Facts.DirectoryAsync(cancellation).ConfigureAwait(false),
            Policy = await Facts.PolicyAsync(cancellation).ConfigureAwait(false),
            Host = subject is null ? FactSet.None : await Facts.HostFactsAsync(subject, command, cancellation).ConfigureAwait(false),
        };
}
