using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using QuickStart.Input;

namespace QuickStart.Journeys;

/// <summary>What all lives share: the store, the desks, the clock, and how fast people are.</summary>
internal sealed class Stage
{
    // A refusal that was shown twice is known.
    private const int Shows = 2;

    private readonly Dictionary<string, int> _shown = new(StringComparer.Ordinal);
    private int _commands;

    public Stage(Inputs inputs, IEventStore store)
    {
        Inputs = inputs;
        Clock = new StoryClock(inputs.Start);
        Facts = new StoryFacts(inputs.Changes.Facts with { Calendar = inputs.Calendar.Calendar });
        var settings = new DeskSettings(Tenant);
        Changes = new ChangeDesk(store, Facts, Clock, settings);
        Releases = new ReleaseDesk(store, Facts, Clock, settings);
    }

    public static TenantId Tenant { get; } = new("quickstart");

    /// <summary>How long people take from one step to the next.</summary>
    public static Duration Pace { get; } = Duration.FromMinutes(10);

    /// <summary>How far slots are looked for.</summary>
    public static Duration Horizon { get; } = Duration.FromDays(120);

    public Inputs Inputs { get; }

    public StoryClock Clock { get; }

    public StoryFacts Facts { get; }

    public ChangeDesk Changes { get; }

    public ReleaseDesk Releases { get; }

    public Instant Now => Clock.Now;

    public Instant Soon => Clock.Now + Pace;

    /// <summary>A slot that begins now, with room for the guard band; none when nobody knows how long the work takes.</summary>
    public ValueList<Slot> AtOnce(Effort? effort) => effort is null ? [] : [new Slot(Now, Soon + effort.Total)];

    /// <summary>Whether a vain attempt is still worth showing.</summary>
    public bool IsNew(string what) => (_shown[what] = _shown.GetValueOrDefault(what) + 1) <= Shows;

    /// <summary>A name of its own for every command, the same in every run.</summary>
    public CommandId NextCommand() => new(string.Create(CultureInfo.InvariantCulture, $"step-{++_commands}"));
}
