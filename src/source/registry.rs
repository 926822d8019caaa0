//! The entities found so far: the same people, name or words are the same entity.

use super::anonymity::Anonymity;
use super::cast::MemberId;
use super::{Entity, EntityId, SourceClass};
use std::collections::HashMap;

#[derive(Debug, Default)]
pub(super) struct Registry {
    pub(super) entities: Vec<Entity>,
    by_members: HashMap<Vec<MemberId>, EntityId>,
    by_name: HashMap<(SourceClass, String), EntityId>,
    unnamed: HashMap<(SourceClass, String), EntityId>,
}

impl Registry {
    /// The entity that stands for some members of the cast; `make` tells what it is.
    pub(super) fn members(
        &mut self,
        members: Vec<MemberId>,
        make: impl FnOnce(&[MemberId]) -> Entity,
    ) -> EntityId {
        if let Some(&id) = self.by_members.get(&members) {
            return id;
        }
        let id = self.enter(make(&members));
        self.by_members.insert(members, id);
        id
    }

    /// Something with a name that is nobody of the cast.
    pub(super) fn named(&mut self, name: String, class: SourceClass) -> EntityId {
        if let Some(&id) = self.by_name.get(&(class, name.clone())) {
            return id;
        }
        let id = self.enter(Entity { name: Some(name.clone()), class, ..Entity::default() });
        self.by_name.insert((class, name), id);
        id
    }

    /// The account of a `key`: its handle, or its name where it has none.
    pub(super) fn account(&mut self, key: &str, name: &str) -> EntityId {
        let key = (SourceClass::Account, key.to_lowercase());
        if let Some(&id) = self.by_name.get(&key) {
            return id;
        }
        let name = Some(name.to_owned());
        let id = self.enter(Entity { name, class: SourceClass::Account, ..Entity::default() });
        self.by_name.insert(key, id);
        id
    }

    /// The account of a key, if it is a source.
    pub(super) fn known_account(&self, key: &str) -> Option<EntityId> {
        self.by_name.get(&(SourceClass::Account, key.to_lowercase())).copied()
    }

    /// The entity that stands for one member of the cast, if it is a source.
    pub(super) fn of_member(&self, member: MemberId) -> Option<EntityId> {
        self.by_members.get(&vec![member]).copied()
    }

    /// Somebody without a name; the same words are the same entity.
    pub(super) fn unnamed(
        &mut self,
        class: SourceClass,
        anonymous: bool,
        words: &str,
        anonymity: Anonymity,
    ) -> EntityId {
        let key = (class, words.to_owned());
        if let Some(&id) = self.unnamed.get(&key) {
            return id;
        }
        let id = self.enter(Entity { class, anonymous, anonymity, ..Entity::default() });
        self.unnamed.insert(key, id);
        id
    }

    fn enter(&mut self, entity: Entity) -> EntityId {
        let id = EntityId(self.entities.len() as u32);
        self.entities.push(Entity { id, ..entity });
        id
    }

    pub(super) fn get(&self, id: EntityId) -> &Entity {
        &self.entities[id.0 as usize]
    }
}
