using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace TrainAndHotfix;

/// <summary>Every desk over one store in memory, a clock that is set by hand, and what the shop knows beside its histories.</summary>
internal sealed class Desks : IClock, IFactSource
{
    private readonly Dictionary<(ServiceId Service, EnvironmentId Environment), ActiveVersion> _serving = [];
    private int _commands;

    public Desks()
    {
        var (store, settings) = (new InMemoryEventStore(), new DeskSettings(Shop.Tenant) { ReleaseModels = [Shop.Model] });
        Trains = new TrainDesk(store, this, this, settings);
        Releases = new ReleaseDesk(store, this, this, settings);
        Changes = new ChangeDesk(store, this, this, settings);
        Bookings = new BookingDesk(store, this, this, settings);
    }

    public TrainDesk Trains { get; }

    public ReleaseDesk Releases { get; }

    public ChangeDesk Changes { get; }

    public BookingDesk Bookings { get; }

    public Instant Now { get; set; }

    /// <summary>An identity for the next command.</summary>
    public CommandId Next() => new(FormattableString.Invariant($"command-{++_commands}"));

    /// <summary>Notes which version serves a service in an environment, as a registry of the shop would.</summary>
    public void Serves(ServiceId service, ActiveVersion version) => _serving[(service, version.Environment)] = version;

    public Instant GetCurrentInstant() => Now;

    public ValueTask<ChangeCalendar?> CalendarAsync(CancellationToken cancellation) => new(Shop.Calendar);

    public ValueTask<DirectorySnapshot?> DirectoryAsync(CancellationToken cancellation) => new(People.Directory);

    public ValueTask<ApprovalPolicy?> PolicyAsync(CancellationToken cancellation) => new(Shop.Policy);

    public ValueTask<AssessmentScheme?> AssessmentSchemeAsync(CancellationToken cancellation) => new(AssessmentScheme.Plain);

    public ValueTask<TemplateStanding?> TemplateAsync(TemplateId template, CancellationToken cancellation) => new((TemplateStanding?)null);

    public ValueTask<EmergencyTerms?> EmergencyTermsAsync(ChangeContent content, CancellationToken cancellation) => new(Shop.Emergencies);

    public ValueTask<KnownIncident?> IncidentAsync(IncidentId incident, CancellationToken cancellation) => new(incident == Shop.Incident.Id ? Shop.Incident : null);

    public ValueTask<PromotionPath?> PromotionPathAsync(ReleaseContent content, CancellationToken cancellation) => new(Shop.PathOf(content.Type));

    public ValueTask<KnownDependencies?> DependenciesAsync(Release release, CancellationToken cancellation) => new(KnownDependencies.None);

    public ValueTask<ValueList<ActiveVersion>?> ActiveVersionsAsync(ReleaseContent content, CancellationToken cancellation) => new(
        _serving.Where(serving => content.Services.Contains(serving.Key.Service)).Select(serving => serving.Value).ToValueList());
}
