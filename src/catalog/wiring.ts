import { defineWiring } from '../kernel/wiring.ts';
import { addProduct, archiveProduct } from './add-product.ts';
import { addVersion } from './add-version.ts';
import { api, errors } from './api.ts';
import { addBundle, archiveBundle } from './bundles/add-bundle.ts';
import { listBundles } from './bundles/list-bundles.ts';
import { changeSettings, showSettings } from './change-settings.ts';
import { describeProduct } from './describe-product.ts';
import { listProducts } from './list-products.ts';
import { addPromotion, archivePromotion } from './add-promotion.ts';
import { listPromotions } from './list-promotions.ts';

export const wiring = defineWiring({
  domain: 'catalog',
  api,
  errors,
  handlers: {
    'GET /api/products': listProducts,
    'POST /api/products': addProduct,
    'POST /api/products/{id}/versions': addVersion,
    'PUT /api/products/{id}': archiveProduct,
    'PUT /api/products/{id}/about': describeProduct,
    'GET /api/catalogue-settings': showSettings,
    'PUT /api/catalogue-settings': changeSettings,
    'GET /api/promotions': listPromotions,
    'POST /api/promotions': addPromotion,
    'PUT /api/promotions/{id}': archivePromotion,
    'GET /api/bundles': listBundles,
    'POST /api/bundles': addBundle,
    'PUT /api/bundles/{id}': archiveBundle,
  },
  permissions: ['catalog.edit', 'catalog.below_floor'],
  liveEvents: {
    'catalog.version_added': 'signed-in',
    'catalog.product_archived': 'signed-in',
    'catalog.product_described': 'signed-in',
    'catalog.settings_changed': 'signed-in',
    'catalog.promotion_added': 'signed-in',
    'catalog.promotion_archived': 'signed-in',
    'catalog.bundle_added': 'signed-in',
    'catalog.bundle_archived': 'signed-in',
  },
});
