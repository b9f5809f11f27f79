using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>What every store must keep to be safe (S-71), put to the test; it knows no test framework.</summary>
/// <remarks>
/// Three kinds of trials: checks written by hand, sequences of calls that are generated and compared with a model, made shorter when they
/// find something, and races. The same seed makes the same calls for ever; only who wins a race is left to the machine.
/// A contract may be used by any number of callers at once.
/// </remarks>
public sealed class StoreContract
{
    private readonly StoreOpening _opening;

    private StoreContract(StoreOpening opening, StoreContractSettings settings) => (_opening, Settings) = (opening, settings);

    /// <summary>Every check that there is, in the order of reports.</summary>
    public static ValueList<StoreCheck> AllChecks { get; } =
    [
        .. AppendChecks.All, .. CommandChecks.All, .. ReadChecks.All, .. ContentChecks.All, .. NameChecks.All, .. FailureChecks.All,
        .. DurabilityChecks.All, .. RaceChecks.All, .. FeedChecks.All, .. OutboxChecks.All, .. DocumentChecks.All, .. SequenceChecks.All,
    ];

    /// <summary>How much is tried.</summary>
    public StoreContractSettings Settings { get; }

    /// <summary>What the store claims: by its hooks, and by the ports that its type implements.</summary>
    public StoreCapability Claims => _opening.Claims;

    /// <summary>The checks that the store claims to pass.</summary>
    public IEnumerable<StoreCheck> Checks => AllChecks.Where(IsClaimed);

    /// <summary>The codes of <see cref="Checks"/> as rows of one argument, as test frameworks take them for data.</summary>
    public IEnumerable<object[]> Rows => Checks.Select(check => new object[] { check.Code });

    /// <summary>The contract of a store.</summary>
    /// <typeparam name="TStore">The store; what else of the ports it implements is checked, too.</typeparam>
    /// <param name="open">
    /// Gives a store to try: an empty one, or one over a database that other trials of the same run have used, as each has tenants of
    /// its own. It is disposed of when its trial is over, when it can be.
    /// </param>
    /// <returns>The contract.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="open"/> is null.</exception>
    public static StoreContract For<TStore>(Func<TStore> open)
        where TStore : class, IEventStore => For(open, new StoreHooks<TStore>());

    /// <summary>The contract of a store that its host can close, end and share.</summary>
    /// <typeparam name="TStore">The store; what else of the ports it implements is checked, too.</typeparam>
    /// <param name="open">Gives a store to try, as above.</param>
    /// <param name="hooks">What else the host can do to it.</param>
    /// <returns>The contract.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static StoreContract For<TStore>(Func<TStore> open, StoreHooks<TStore> hooks)
        where TStore : class, IEventStore
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(hooks);
        return new StoreContract(StoreOpening.Of(open, hooks), new StoreContractSettings());
    }

    /// <summary>The same contract, tried as much as is said.</summary>
    /// <param name="settings">How much is tried.</param>
    /// <returns>The contract.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    public StoreContract With(StoreContractSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new StoreContract(_opening, settings);
    }

    /// <summary>Tries everything that the store claims.</summary>
    /// <param name="cancellation">Ends it before the next trial.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task<StoreReport> RunAsync(CancellationToken cancellation = default)
    {
        var verdicts = new List<StoreVerdict>();
        foreach (var check in AllChecks)
        {
            verdicts.Add(await TryAsync(check, cancellation).ConfigureAwait(false));
        }

        return new StoreReport(verdicts.ToValueList());
    }

    /// <summary>Tries one check.</summary>
    /// <param name="check">The check.</param>
    /// <param name="cancellation">Ends it before the next trial.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="check"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task<StoreVerdict> TryAsync(StoreCheck check, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(check);
        var trials = !IsClaimed(check) ? 0 : check.IsSeeded ? Settings.Seeds : 1;
        for (var trial = 0; trial < trials; trial++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await StoreTrial.BreachAsync(check, _opening, Settings, Settings.FirstSeed + trial).ConfigureAwait(false) is { } breach)
            {
                return new StoreVerdict(check, trial + 1, breach);
            }
        }

        return new StoreVerdict(check, trials, null);
    }

    /// <summary>Demands that the store keeps everything that it claims.</summary>
    /// <param name="cancellation">Ends it before the next trial.</param>
    /// <returns>A task that ends well when it does.</returns>
    /// <exception cref="StoreContractException">It does not; the message is the whole report.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task VerifyAsync(CancellationToken cancellation = default) =>
        ThrowIfBroken(await RunAsync(cancellation).ConfigureAwait(false));

    /// <summary>Demands that the store passes one check, as for a row of a test framework.</summary>
    /// <param name="code">The code of the check, as <see cref="Rows"/> has it.</param>
    /// <param name="cancellation">Ends it before the next trial.</param>
    /// <returns>A task that ends well when it does, or does not claim what the check needs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such check.</exception>
    /// <exception cref="StoreContractException">It does not; the message says all that is known.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task VerifyCheckAsync(string code, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        var check = AllChecks.FirstOrDefault(check => check.Code == code) ?? throw new ArgumentException($"There is no check {code}.", nameof(code));
        ThrowIfBroken(new StoreReport([await TryAsync(check, cancellation).ConfigureAwait(false)]));
    }

    private static void ThrowIfBroken(StoreReport report)
    {
        if (!report.IsKept)
        {
            throw new StoreContractException(report);
        }
    }

    private bool IsClaimed(StoreCheck check) => Claims.HasFlag(check.Needs);
}
