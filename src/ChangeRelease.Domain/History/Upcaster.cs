using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>Brings one old form of an event to the form, or the forms, that came after it.</summary>
/// <remarks>
/// A form that is changed gets a new name, and an upcaster takes the old name to the new one: versions are chained by names. It is a pure
/// function of what was written: no clock, no store, nothing that is true today only (S-6). The record keeps its bytes and its hash.
/// </remarks>
/// <param name="From">The name of the old form.</param>
/// <param name="To">The names of all forms that it may give, at least one; it gives no other.</param>
/// <param name="Change">Gives the newer form, or forms in their order, from the old one.</param>
public sealed record Upcaster(string From, ValueList<string> To, Func<EventForm, IEnumerable<EventForm>> Change)
{
    /// <summary>One form from one form.</summary>
    /// <param name="from">The name of the old form.</param>
    /// <param name="to">The name of the newer one.</param>
    /// <param name="payload">Gives the bytes of the newer form from those of the old one.</param>
    /// <returns>The upcaster.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Upcaster Rename(string from, string to, Func<ReadOnlyMemory<byte>, byte[]> payload)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(payload);
        return new Upcaster(from, [to], form => [new EventForm(to, payload(form.Payload))]);
    }
}
