using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>Which items are where.</summary>
internal sealed class Arrangement
{
    private readonly Dictionary<WorkItemId, Slot> _slots = [];

    public IEnumerable<KeyValuePair<WorkItemId, Slot>> All => _slots;

    public Slot? Find(WorkItemId item) => _slots.GetValueOrDefault(item);

    public bool Has(WorkItemId item) => _slots.ContainsKey(item);

    public void Put(WorkItemId item, Slot slot) => _slots[item] = slot;

    public void Take(WorkItemId item) => _slots.Remove(item);
}
