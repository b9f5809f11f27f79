using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Embedding;

/// <summary>In which streams the desks keep what happens: for exporting, verifying, and checkpoints (S-70).</summary>
public static class StreamNames
{
    /// <summary>The stream of a change.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="change">The change.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static StreamId Of(TenantId tenant, ChangeId change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Streams.Of(tenant, change);
    }

    /// <summary>The stream of a release.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="release">The release.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static StreamId Of(TenantId tenant, ReleaseId release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return Streams.Of(tenant, release);
    }

    /// <summary>The stream of a template.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="template">The template.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static StreamId Of(TenantId tenant, TemplateId template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return Streams.Of(tenant, template);
    }

    /// <summary>The stream of a board's meeting.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="meeting">The meeting.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static StreamId Of(TenantId tenant, MeetingId meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Streams.Of(tenant, meeting);
    }

    /// <summary>The stream of a ledger of bookings.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="ledger">The ledger.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static StreamId Of(TenantId tenant, LedgerKey ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return Streams.Of(tenant, ledger);
    }

    /// <summary>The stream of a release train.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="train">The train.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static StreamId Of(TenantId tenant, TrainId train)
    {
        ArgumentNullException.ThrowIfNull(train);
        return Streams.Of(tenant, train);
    }

    /// <summary>The stream of a tenant's ledger of emergencies (S-33).</summary>
    /// <param name="tenant">The tenant.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tenant"/> is null.</exception>
    public static StreamId EmergenciesOf(TenantId tenant) => Streams.EmergenciesOf(tenant);
}
